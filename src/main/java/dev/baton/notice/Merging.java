package dev.baton.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Reminders for one person that are due in the same minute, or that have all become late, are said in one message. It happens
 * in the transaction that claims the first of them, so that a message and what it stands for are never apart.
 *
 * <p>What two instances claim at the same moment stays two messages: neither waits for the other.
 */
final class Merging {
    /** What comes later than that is said to be late. */
    static final Duration LATE = Duration.ofHours(1);

    /** As many as a message of Slack's has room for; more become a second one. */
    static final int MOST = 20;

    private final ClaimStore claims;
    private final MergeStore store;
    private final Map<String, Kind> merging;

    Merging(ClaimStore claims, MergeStore store, Map<String, Kind> kinds) {
        this.claims = claims;
        this.store = store;
        merging = kinds.containsKey(Notices.DIGEST)
                ? kinds.values().stream().filter(Kind::merges).collect(Collectors.toMap(Kind::name, kind -> kind))
                : Map.of();
    }

    /** A reminder that might be said together with others. */
    record Candidate(long id, String kind, Instant dueAt) {}

    /** What was just claimed, with digests in place of what has become one. */
    List<NoticeRow> merged(Handle tx, String claim, List<NoticeRow> claimed, Instant businessNow, Instant machineNow) {
        Map<String, List<NoticeRow>> byPerson = claimed.stream()
                .filter(row -> fit(row, businessNow))
                .sorted(Comparator.comparing(NoticeRow::dueAt).thenComparing(NoticeRow::id))
                .collect(Collectors.groupingBy(NoticeRow::recipient, LinkedHashMap::new, Collectors.toList()));
        List<NoticeRow> result = new ArrayList<>(claimed);
        byPerson.forEach((person, rows) -> {
            List<Candidate> group = group(tx, person, rows, businessNow);
            digest(tx, person, group).ifPresent(key -> {
                Set<Long> ids = group.stream().map(Candidate::id).collect(Collectors.toSet());
                result.removeIf(row -> ids.contains(row.id()));
                result.add(claims.claimNew(tx, claim, key, businessNow, machineNow));
            });
        });
        return result;
    }

    private List<Candidate> group(Handle tx, String person, List<NoticeRow> claimed, Instant now) {
        Candidate first = candidate(claimed.get(0));
        Stream<Candidate> waiting = store.due(tx, person, merging.keySet(), now).stream()
                .filter(each -> inTime(each.kind(), each.dueAt(), now));
        return Stream.concat(claimed.stream().map(Merging::candidate), waiting)
                .filter(each -> sameMinute(each, first) || (late(each, now) && late(first, now)))
                .sorted(Comparator.comparing(Candidate::dueAt).thenComparing(Candidate::id))
                .limit(MOST)
                .toList();
    }

    /** @return the digest's key; empty where there is nothing to put together */
    private Optional<String> digest(Handle tx, String person, List<Candidate> group) {
        if (group.size() < 2) {
            return Optional.empty();
        }
        Candidate first = group.get(0);
        long minute = first.dueAt().getEpochSecond() / 60;
        String key = "reminders:" + person + ":" + minute + ":" + first.id();
        List<Long> ids = group.stream().map(Candidate::id).toList();
        return store.merge(tx, key, person, first.dueAt(), ids) ? Optional.of(key) : Optional.empty();
    }

    List<NoticeRow> spokenFor(Handle read, NoticeRow digest) {
        return store.merged(read, digest.key());
    }

    /**
     * A digest can never be delivered, whatever the reason: its reminders are said by themselves, and each that cannot be
     * either is given up and told to whoever stands in.
     *
     * @return how many are owed again
     */
    int apart(Handle tx, NoticeRow digest, Optional<String> state) {
        return state.isPresent() ? store.apart(tx, digest.key()) : 0;
    }

    /** What is unclear is looked for by itself, and what is for somebody else says so by itself. */
    private boolean fit(NoticeRow row, Instant now) {
        return merging.containsKey(row.kind())
                && row.toPerson()
                && !row.unresolved()
                && !row.dropped()
                && !row.snoozed(now)
                && row.insteadOf().isEmpty()
                && inTime(row.kind(), row.dueAt(), now);
    }

    private boolean inTime(String kind, Instant dueAt, Instant now) {
        Kind known = merging.get(kind);
        return known != null && !now.isAfter(dueAt.plus(known.grace()));
    }

    private static Candidate candidate(NoticeRow row) {
        return new Candidate(row.id(), row.kind(), row.dueAt());
    }

    private static boolean sameMinute(Candidate one, Candidate other) {
        return one.dueAt().truncatedTo(ChronoUnit.MINUTES).equals(other.dueAt().truncatedTo(ChronoUnit.MINUTES));
    }

    private static boolean late(Candidate each, Instant now) {
        return now.isAfter(each.dueAt().plus(LATE));
    }
}
