package dev.baton.stage;

import dev.baton.account.SalesforceId;
import dev.baton.handbook.Span;
import dev.baton.handbook.Timings;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An account has become a customer, by the first of its deals that was won. What it is to be served by is in {@link Cover}.
 *
 * @param opportunity the deal that was won
 * @param round counts how often it was won, where a sale was taken back
 * @param start from when on they are a customer
 * @param kickoff by when the kickoff takes place
 * @param cadence by when the first cadence call takes place
 * @param done by when the onboarding is complete
 * @param standing false once the sale was taken back
 * @param version goes up with each change
 */
record Onboarding(
        SalesforceId account,
        SalesforceId opportunity,
        long round,
        LocalDate start,
        LocalDate kickoff,
        LocalDate cadence,
        LocalDate done,
        boolean standing,
        long version) {

    /** To each member of the team: who answers for the customer now, and by when what is due. */
    static final String WON = "stage.won";
    /** The same in a line, to a linked channel. */
    static final String LINE = "stage.won.line";
    /** To the manager: they are a customer, and nobody serves them. */
    static final String UNSERVED = "stage.won.unserved";

    private static final String PREFIX = "onboarding:";

    static Onboarding begin(
            Optional<Onboarding> before,
            SalesforceId account,
            SalesforceId opportunity,
            LocalDate start,
            Timings.Onboarding spans) {
        long round = before.map(Onboarding::round).orElse(0L) + 1;
        long version = before.map(Onboarding::version).orElse(-1L) + 1;
        return dated(account, opportunity, round, start, spans, version);
    }

    /** Another start, and so other days; empty when it is the same. */
    Optional<Onboarding> startingOn(LocalDate newStart, Timings.Onboarding spans) {
        return start.equals(newStart)
                ? Optional.empty()
                : Optional.of(dated(account, opportunity, round, newStart, spans, version + 1));
    }

    /** The sale was taken back. */
    Onboarding undone() {
        return new Onboarding(account, opportunity, round, start, kickoff, cadence, done, false, version + 1);
    }

    private static Onboarding dated(
            SalesforceId account,
            SalesforceId opportunity,
            long round,
            LocalDate start,
            Timings.Onboarding spans,
            long version) {
        return new Onboarding(
                account,
                opportunity,
                round,
                start,
                after(start, spans.kickoff()),
                after(start, spans.cadence()),
                after(start, spans.done()),
                true,
                version);
    }

    /** The policy file takes no other spans here than days of the calendar. */
    private static LocalDate after(LocalDate start, Span days) {
        return start.plusDays(days.amount());
    }

    /** Everybody of the team once, a linked channel in a line, and the manager where nobody serves the customer. */
    List<Owed> owed(Set<String> team, Optional<String> channel, Optional<String> manager, Instant now) {
        List<Owed> owed = new ArrayList<>();
        team.forEach(person -> owed.add(tell(person, now)));
        channel.ifPresent(id -> owed.add(each(LINE, id, now)));
        manager.ifPresent(person -> owed.add(each(UNSERVED, person, now)));
        return owed;
    }

    /** Also who joins the team while the customer is new. */
    Owed tell(String person, Instant now) {
        return each(WON, person, now);
    }

    /** What the manager was told, to be withdrawn where it was said in another way. */
    String unservedKey(String manager) {
        return each(UNSERVED, manager, Instant.EPOCH).key();
    }

    /** Whether the customer is new enough that a new member of the team should hear of it. */
    boolean recent(Instant now) {
        return standing && !LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(done);
    }

    /** For history. */
    String dates() {
        return "start " + start + ", kickoff by " + kickoff + ", first cadence call by " + cadence
                + ", onboarding done by " + done;
    }

    String subject() {
        return subject(account);
    }

    static String subject(SalesforceId account) {
        return PREFIX + account.value15();
    }

    static Optional<SalesforceId> account(String subject) {
        return subject.startsWith(PREFIX) ? SalesforceId.parse(subject.substring(PREFIX.length())) : Optional.empty();
    }

    private Owed each(String kind, String recipient, Instant now) {
        return Owed.now(kind, subject(), recipient, now).each(String.valueOf(round));
    }
}
