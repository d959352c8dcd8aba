package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A channel, or a direct conversation of the bot with one or more people, and what was said in it. */
final class Conversation {
    /** What Slack tells apart by the first letter of an id, more or less. */
    enum Kind {
        CHANNEL,
        DIRECT,
        GROUP
    }

    final String id;
    final String name;
    final Kind kind;
    final boolean isPrivate;
    final boolean archived;
    final boolean shared;
    final Set<String> members;

    private final TreeMap<String, Message> messages = new TreeMap<>();
    private final Map<String, List<Message>> threads = new HashMap<>();
    private final Map<String, String> readUntil = new HashMap<>();

    Conversation(Workspace.Channel channel) {
        id = channel.id();
        name = channel.name();
        kind = Kind.CHANNEL;
        isPrivate = channel.isPrivate();
        archived = channel.archived();
        shared = channel.shared();
        members = new LinkedHashSet<>(channel.members());
    }

    Conversation(String id, String name, Kind kind, Set<String> members) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.isPrivate = true;
        this.archived = false;
        this.shared = false;
        this.members = new LinkedHashSet<>(members);
    }

    void add(Message message) {
        messages.put(message.ts, message);
        String thread = message.thread();
        if (thread != null && isReply(message) && !message.ephemeral()) {
            threads.computeIfAbsent(thread, key -> new ArrayList<>()).add(message);
        }
        if (!message.ephemeral()) {
            readUntil.put(message.author(), message.ts);
        }
    }

    void remove(String ts) {
        messages.remove(ts);
        threads.values().forEach(replies -> replies.removeIf(reply -> reply.ts.equals(ts)));
    }

    @Nullable
    Message find(String ts) {
        return messages.get(ts);
    }

    /** Everything said, oldest first, ephemeral messages among it. */
    List<Message> all() {
        return List.copyOf(messages.values());
    }

    /** What stands in the conversation itself: no replies, no ephemeral messages; oldest first. */
    List<Message> roots() {
        return messages.values().stream()
                .filter(message -> !message.ephemeral() && !isReply(message))
                .toList();
    }

    List<Message> replies(String parent) {
        return List.copyOf(threads.getOrDefault(parent, List.of()));
    }

    static boolean isReply(Message message) {
        return message.thread() != null && !Objects.equals(message.thread(), message.ts);
    }

    /** The message as the Web API tells it: with its replies counted, and its metadata only where asked for. */
    JsonObject told(Message message, boolean withMetadata) {
        JsonObject told = message.json.deepCopy();
        if (!withMetadata) {
            told.remove("metadata");
        }
        List<Message> replies = replies(message.ts);
        if (!replies.isEmpty()) {
            told.addProperty("thread_ts", message.ts);
            told.addProperty("reply_count", replies.size());
            told.addProperty("latest_reply", replies.get(replies.size() - 1).ts);
            Set<String> repliers = new LinkedHashSet<>();
            replies.forEach(reply -> repliers.add(reply.author()));
            told.addProperty("reply_users_count", repliers.size());
            told.add("reply_users", Json.array(repliers));
        }
        return told;
    }

    List<Message> unread(String user) {
        String until = readUntil.getOrDefault(user, "");
        return messages.tailMap(until, false).values().stream()
                .filter(message -> !message.ephemeral() && !message.author().equals(user))
                .toList();
    }

    /** The person has seen all of it. */
    void read(String user) {
        if (!messages.isEmpty()) {
            readUntil.put(user, messages.lastKey());
        }
    }
}
