package dev.baton.sandbox;

import dev.baton.sandbox.Conversation.Kind;
import dev.baton.sandbox.Workspace.Person;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All conversations, and who may find which. */
final class Conversations {
    final Stamps stamps;
    final AtomicLong revisions;

    private final Workspace opening;
    private final Map<String, Conversation> byId = new LinkedHashMap<>();
    private long groups;
    private long openedAt;

    /** @param firstRevision from where revisions are counted; more than any that an earlier workspace had */
    Conversations(Workspace opening, Stamps stamps, long firstRevision) {
        this.opening = opening;
        this.stamps = stamps;
        this.revisions = new AtomicLong(firstRevision);
        open();
    }

    void open() {
        openedAt = revisions.incrementAndGet();
        byId.clear();
        opening.channels().forEach(channel -> byId.put(channel.id(), new Conversation(channel, revisions)));
        opening.people().stream().filter(person -> !person.deleted()).forEach(this::direct);
        opening.directs().forEach(pair -> between(pair.get(0), pair.get(1)));
    }

    /** Whether the difference to this revision can be told: nothing was emptied since, and it is none of the future. */
    boolean remembers(long revision) {
        return revision >= openedAt && revision <= revisions.get();
    }

    Collection<Conversation> all() {
        return byId.values();
    }

    /** The conversation a person can see, or {@code null}. */
    @Nullable
    Conversation visible(String id, String user) {
        Conversation found = byId.get(id);
        return found != null && found.members.contains(user) ? found : null;
    }

    /**
     * The conversation as the bot finds it: a private one it is not in does not exist for it.
     *
     * @throws Refused {@code channel_not_found}
     */
    Conversation forBot(String id) {
        Conversation found = byId.get(id);
        if (found == null || (found.isPrivate && !isBotIn(found))) {
            throw new Refused("channel_not_found");
        }
        return found;
    }

    /** Where the bot may write: by id, by {@code #name}, or by the id of a person, which means the DM with them. */
    Conversation forPosting(String channel) {
        Conversation found = forBot(idOf(channel));
        if (!isBotIn(found)) {
            throw new Refused("not_in_channel");
        }
        if (found.archived) {
            throw new Refused("is_archived");
        }
        return found;
    }

    boolean isBotIn(Conversation conversation) {
        return conversation.members.contains(opening.app().user());
    }

    private String idOf(String channel) {
        Person person = personOf(channel);
        if (person != null) {
            return direct(person).id;
        }
        String name = channel.startsWith("#") ? channel.substring(1) : channel;
        return byId.values().stream()
                .filter(conversation -> conversation.kind == Kind.CHANNEL && conversation.name.equals(name))
                .map(conversation -> conversation.id)
                .findFirst()
                .orElse(channel);
    }

    private @Nullable Person personOf(String id) {
        return opening.people().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The bot's direct conversation with the person, opened where it was not. */
    Conversation direct(Person person) {
        String id = "D" + person.id().substring(1);
        return byId.computeIfAbsent(
                id,
                key -> new Conversation(
                        key,
                        opening.app().name(),
                        Kind.DIRECT,
                        Set.of(person.id(), opening.app().user()),
                        revisions));
    }

    /** The conversation of two people, opened where it was not. The bot does not see it. */
    Conversation between(String one, String other) {
        List<String> pair = Stream.of(one, other).sorted().toList();
        String id = "D1" + String.join("", pair).replaceAll("[^A-Z0-9]", "");
        return byId.computeIfAbsent(
                id, key -> new Conversation(key, "", Kind.BETWEEN, new LinkedHashSet<>(pair), revisions));
    }

    /** The bot's group conversation with these people, opened where it was not. */
    Conversation group(List<Person> people) {
        Set<String> members = people.stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
        members.add(opening.app().user());
        return byId.values().stream()
                .filter(known -> known.kind == Kind.GROUP && known.members.equals(members))
                .findFirst()
                .orElseGet(() -> openGroup(people, members));
    }

    private Conversation openGroup(List<Person> people, Set<String> members) {
        String id = String.format(Locale.ROOT, "G%06d", ++groups);
        String name = people.stream().map(Person::realName).collect(Collectors.joining(", "));
        Conversation opened = new Conversation(id, name, Kind.GROUP, members, revisions);
        byId.put(id, opened);
        return opened;
    }

    boolean exists(String id) {
        return byId.containsKey(id);
    }

    /** Whoever can see it: the conversation of this id, or {@code channel_not_found}. */
    Conversation existing(String id) {
        Conversation found = byId.get(id);
        if (found == null) {
            throw new Refused("channel_not_found");
        }
        return found;
    }
}
