package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Workspace.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The messages of a conversation as the page shows them to one person: the newest, those before a certain one, or only
 * what has changed since the page last asked. Callers hold the lock.
 */
final class PageMessages {
    private final Live live;

    PageMessages(Live live) {
        this.live = live;
    }

    /**
     * What the page asks for.
     *
     * @param thread the first message of a thread, or empty for the conversation itself
     * @param limit how many at most, the newest; 0 means all
     * @param before only what was said before this stamp, or empty
     * @param since only what changed after this revision; -1 means everything
     * @param from with {@code since}: the earliest stamp that the page knows
     */
    record Question(String user, String channel, String thread, int limit, String before, long since, String from) {}

    /** The answer, oldest message first. */
    JsonObject answer(Question asked) {
        Conversation in = live.conversations.visible(asked.channel(), asked.user());
        if (in == null) {
            throw new Refused("channel_not_found");
        }
        boolean difference = asked.since() >= 0 && live.conversations.remembers(asked.since());
        JsonObject answer = difference ? changed(in, asked) : piece(in, asked);
        answer.addProperty("version", live.conversations.revisions.get());
        return answer;
    }

    private JsonObject changed(Conversation in, Question asked) {
        Stream<Message> news = in.from(asked.from())
                .filter(message -> message.revision > asked.since())
                .filter(shown(asked));
        return Json.object(
                "messages", told(in, news.toList(), asked.user()),
                "since", asked.since(),
                "gone", in.goneSince(asked.since()));
    }

    private JsonObject piece(Conversation in, Question asked) {
        Stream<Message> all = in.newestFirst(asked.before()).filter(shown(asked));
        List<Message> newest = new ArrayList<>((asked.limit() > 0 ? all.limit(asked.limit() + 1L) : all).toList());
        boolean more = asked.limit() > 0 && newest.size() > asked.limit();
        if (more) {
            newest.remove(asked.limit());
        }
        Collections.reverse(newest);
        return Json.object("messages", told(in, newest, asked.user()), "more", more);
    }

    private static Predicate<Message> shown(Question asked) {
        String thread = asked.thread();
        return message -> message.visibleTo(asked.user())
                && (thread.isEmpty()
                        ? !Conversation.isReply(message)
                        : thread.equals(message.ts) || Objects.equals(message.thread(), thread));
    }

    private List<JsonObject> told(Conversation in, List<Message> messages, String user) {
        return messages.stream().map(message -> told(in, message, user)).toList();
    }

    private JsonObject told(Conversation in, Message message, String user) {
        JsonObject json = in.told(message, false);
        List<JsonObject> blocks = Json.objects(json, "blocks");
        boolean plain = blocks.isEmpty();
        return Json.object(
                "ts", message.ts,
                "user", message.author(),
                "botId", json.get("bot_id"),
                "username", username(message.author()),
                "text", Json.text(json, "text"),
                "blocks", plain ? null : blocks,
                "values", plain ? null : values(user, in, message, blocks),
                "edited", json.has("edited") ? true : null,
                "threadTs", json.get("thread_ts"),
                "replyCount", json.get("reply_count"),
                "latestReply", json.get("latest_reply"),
                "replyUsers", json.get("reply_users"),
                "files", json.get("files"),
                "ephemeral", message.ephemeral() ? true : null);
    }

    private JsonObject values(String user, Conversation in, Message message, List<JsonObject> blocks) {
        return live.messageStates.of(user, in.id, message.ts, blocks).values();
    }

    private String username(String author) {
        Person person = live.person(author);
        if (person != null) {
            return person.realName();
        }
        return author.equals(live.app().user()) ? live.app().name() : "Slackbot";
    }
}
