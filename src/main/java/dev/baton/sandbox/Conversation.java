package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A channel, a conversation of the bot with one or more people, or one of two people; and what was said in it. */
final class Conversation {
    /** What Slack tells apart by the first letter of an id, more or less. */
    enum Kind {
        CHANNEL,
        /** The bot and one person. */
        DIRECT,
        /** The bot and several people. */
        GROUP,
        /** Two people. The bot knows nothing of it. */
        BETWEEN
    }

    private static final int REMOVALS_KEPT = 1000;

    final String id;
    final String name;
    final Kind kind;
    final boolean isPrivate;
    final boolean shared;
    final String topic;
    final Set<String> members;
    boolean archived;

    private final AtomicLong revisions;
    private final TreeMap<String, Message> messages = new TreeMap<>();
    private final Map<String, List<Message>> threads = new HashMap<>();
    private final Map<String, String> readUntil = new HashMap<>();
    private final Map<String, Unread> counted = new HashMap<>();
    private final Deque<Removed> removed = new ArrayDeque<>();
    private long revision;

    /** A message that is not there any more, and since when. */
    private record Removed(long revision, String ts) {}

    /** How much one has not read, and how much of it calls for one; counted at this revision. */
    record Unread(long revision, String until, int all, int calling) {}

    Conversation(Workspace.Channel channel, AtomicLong revisions) {
        this(channel.id(), channel.name(), Kind.CHANNEL, channel, channel.members(), revisions);
    }

    Conversation(String id, String name, Kind kind, Set<String> members, AtomicLong revisions) {
        this(id, name, kind, new Workspace.Channel(id, name, "", true, false, false, members), members, revisions);
    }

    private Conversation(
            String id, String name, Kind kind, Workspace.Channel how, Set<String> members, AtomicLong revisions) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.isPrivate = how.isPrivate();
        this.shared = how.shared();
        this.topic = how.topic();
        this.archived = how.archived();
        this.members = new LinkedHashSet<>(members);
        this.revisions = revisions;
    }

    void add(Message message) {
        messages.put(message.ts, message);
        changed(message);
        String thread = message.thread();
        boolean reply = thread != null && isReply(message);
        if (thread != null && reply && !message.ephemeral()) {
            threads.computeIfAbsent(thread, key -> new ArrayList<>()).add(message);
            changed(messages.get(thread));
        }
        if (!message.ephemeral() && !reply) {
            readUntil.put(message.author(), message.ts);
        }
    }

    /** Somebody sees this message otherwise than before. */
    void changed(@Nullable Message message) {
        revision = revisions.incrementAndGet();
        if (message != null) {
            message.revision = revision;
        }
    }

    void remove(String ts) {
        Message gone = messages.remove(ts);
        if (gone == null) {
            return;
        }
        threads.values().forEach(replies -> replies.removeIf(reply -> reply.ts.equals(ts)));
        String thread = gone.thread();
        changed(thread == null ? null : messages.get(thread));
        removed.addLast(new Removed(revision, ts));
        if (removed.size() > REMOVALS_KEPT) {
            removed.removeFirst();
        }
    }

    @Nullable
    Message find(String ts) {
        return messages.get(ts);
    }

    /** Everything said, oldest first, ephemeral messages among it. */
    List<Message> all() {
        return List.copyOf(messages.values());
    }

    /** What was said before this stamp, or at all, newest first. */
    Stream<Message> newestFirst(String before) {
        NavigableMap<String, Message> told = before.isEmpty() ? messages : messages.headMap(before, false);
        return told.descendingMap().values().stream();
    }

    /** What was said from this stamp on, oldest first. */
    Stream<Message> from(String ts) {
        return messages.tailMap(ts, true).values().stream();
    }

    /** The stamps of what has gone since this revision. */
    List<String> goneSince(long since) {
        return removed.stream()
                .filter(one -> one.revision() > since)
                .map(Removed::ts)
                .toList();
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

    /** Up to where the person has read; empty where nothing was read. */
    String readUntil(String user) {
        return readUntil.getOrDefault(user, "");
    }

    /** What the person has not read. An answer in a thread is news in its thread and not here. */
    Unread unread(String user) {
        String until = readUntil(user);
        Unread known = counted.get(user);
        if (known != null && known.revision() == revision && known.until().equals(until)) {
            return known;
        }
        List<Message> unread = messages.tailMap(until, false).values().stream()
                .filter(message -> !message.ephemeral()
                        && !isReply(message)
                        && !message.author().equals(user))
                .toList();
        int calling =
                (int) unread.stream().filter(message -> calls(message, user)).count();
        Unread now = new Unread(revision, until, unread.size(), calling);
        counted.put(user, now);
        return now;
    }

    private boolean calls(Message message, String user) {
        String text = Json.text(message.json, "text");
        return kind != Kind.CHANNEL
                || text.contains("<@" + user + ">")
                || text.contains("<!channel>")
                || text.contains("<!here>")
                || text.contains("<!everyone>");
    }

    /** The person has seen all of it. */
    void read(String user) {
        if (!messages.isEmpty()) {
            readUntil.put(user, messages.lastKey());
        }
    }
}
