package dev.baton.slack;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.baton.notice.Try;
import dev.baton.notice.Undelivered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a conversation back to see whether a message of ours is in it. */
final class Lookup {
    /** Slack's clock and ours need not agree. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private static final int PAGE = 200;

    private final Calls calls;
    private final SlackApi api;

    /** How calls are made; the courier's way. */
    interface Calls {
        <T extends SlackApiTextResponse> Reply<T> call(String method, Reply.Call<T> call);
    }

    private record Sheet(List<Message> messages, Optional<String> next) {}

    Lookup(Calls calls, SlackApi api) {
        this.calls = calls;
        this.api = api;
    }

    /** @throws Undelivered when Slack does not let us look */
    Optional<String> find(Try attempt, Stamp stamp) {
        String oldest = attempt.firstTry().minus(BEFORE).getEpochSecond() + ".000000";
        Optional<String> cursor = Optional.empty();
        do {
            Sheet sheet = attempt.thread().isPresent()
                    ? replies(attempt, attempt.thread().get(), oldest, cursor)
                    : history(attempt, oldest, cursor);
            for (Message message : sheet.messages()) {
                if (stamp.on(message)) return Optional.of(message.getTs());
            }
            cursor = sheet.next();
        } while (cursor.isPresent());
        return Optional.empty();
    }

    private Sheet history(Try attempt, String oldest, Optional<String> cursor) {
        Reply<ConversationsHistoryResponse> reply = calls.call(
                "conversations.history",
                () -> api.methods()
                        .conversationsHistory(r -> r.channel(attempt.channel())
                                .oldest(oldest)
                                .inclusive(true)
                                .includeAllMetadata(true)
                                .limit(PAGE)
                                .cursor(cursor.orElse(null))));
        ConversationsHistoryResponse answer = reply.orThrow(Lookup::undelivered);
        return sheet(answer.getMessages(), answer.getResponseMetadata());
    }

    private Sheet replies(Try attempt, String root, String oldest, Optional<String> cursor) {
        Reply<ConversationsRepliesResponse> reply = calls.call(
                "conversations.replies",
                () -> api.methods()
                        .conversationsReplies(r -> r.channel(attempt.channel())
                                .ts(root)
                                .oldest(oldest)
                                .inclusive(true)
                                .includeAllMetadata(true)
                                .limit(PAGE)
                                .cursor(cursor.orElse(null))));
        ConversationsRepliesResponse answer = reply.orThrow(Lookup::undelivered);
        return sheet(answer.getMessages(), answer.getResponseMetadata());
    }

    private static Sheet sheet(@Nullable List<Message> messages, @Nullable ResponseMetadata more) {
        Optional<String> next =
                Optional.ofNullable(more).map(ResponseMetadata::getNextCursor).filter(cursor -> !cursor.isEmpty());
        return new Sheet(messages == null ? List.of() : messages, next);
    }

    private static Undelivered undelivered(Reply.No no) {
        return new Undelivered(no.outcome());
    }
}
