package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Workspace.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was said before the workspace opened. Everybody has read it, and no app heard of it. */
final class Prelude {
    private final Workspace opening;
    private final Conversations conversations;

    Prelude(Workspace opening, Conversations conversations) {
        this.opening = opening;
        this.conversations = conversations;
    }

    void play() {
        List<String> stamps = new ArrayList<>();
        for (Said said : opening.messages()) {
            String thread = said.thread() < 0 ? null : stamps.get(said.thread());
            String ts = stamp(opening.start().minus(said.before()), stamps.size());
            stamps.add(ts);
            JsonObject json = Json.object(
                    "type",
                    "message",
                    "user",
                    said.by(),
                    "text",
                    said.text(),
                    "team",
                    opening.team(),
                    "ts",
                    ts,
                    "thread_ts",
                    thread);
            place(said).add(new Message(ts, json, null));
        }
        conversations.all().forEach(each -> each.members.forEach(each::read));
    }

    /** A stamp of that time, which the running number tells from all others. */
    private static String stamp(Instant at, int number) {
        return Stamps.text(at.getEpochSecond() * 1_000_000 + number);
    }

    private Conversation place(Said said) {
        boolean alone = opening.people().stream().anyMatch(person -> person.id().equals(said.in()));
        return alone ? conversations.between(said.by(), said.in()) : conversations.existing(said.in());
    }
}
