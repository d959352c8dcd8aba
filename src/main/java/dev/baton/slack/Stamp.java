package dev.baton.slack;

import com.slack.api.model.Message;
import dev.baton.notice.Try;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message carries unseen, so that it is known again: the notice, its generation, and the try. For a reply in place
 * of an edit also what state it tells of, since one message may change many times.
 */
record Stamp(String key, long gen, boolean laterToo, Optional<String> state) {
    private static final String TYPE = "baton_notice";

    static Stamp of(Try attempt) {
        return new Stamp(attempt.key(), attempt.gen(), attempt.laterToo(), Optional.empty());
    }

    Stamp about(String hash) {
        return new Stamp(key, gen, laterToo, Optional.of(hash));
    }

    Message.Metadata metadata(String tryId) {
        Map<String, Object> payload = new HashMap<>(Map.of("key", key, "try_id", tryId, "gen", gen));
        state.ifPresent(hash -> payload.put("state", hash));
        return Message.Metadata.builder().eventType(TYPE).eventPayload(payload).build();
    }

    boolean on(Message message) {
        Message.Metadata metadata = message.getMetadata();
        if (metadata == null || !TYPE.equals(metadata.getEventType()) || metadata.getEventPayload() == null)
            return false;
        Map<String, Object> payload = metadata.getEventPayload();
        return key.equals(payload.get("key"))
                && isOurs(number(payload.get("gen")))
                && state.equals(Optional.ofNullable(payload.get("state")).map(String::valueOf));
    }

    private boolean isOurs(long generation) {
        return generation == gen || (laterToo && generation > gen);
    }

    /** The SDK reads every number as a double. */
    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
