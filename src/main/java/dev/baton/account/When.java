package dev.baton.account;

import dev.baton.account.WorkTime.Timing;
import dev.baton.handbook.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a due time came to be, kept beside it so that a change of zone, hours or days off can compute it again.
 *
 * @param anchor what it is counted from
 * @param span what is added or taken; a lead without one is as long as its reader wishes
 * @param person whose zone, hours and days off count; empty where only the moment does
 */
public record When(Timing timing, Anchor anchor, Optional<Span> span, Optional<String> person) {
    /** At that moment, whatever the hour: caused by a gesture, or nothing that anybody's hours could move. */
    public static When at(Instant moment) {
        return new When(Timing.AT, Anchor.at(moment), Optional.empty(), Optional.empty());
    }

    /** When nothing has happened for so long. */
    public static When nudge(String person, Instant since, Span span) {
        return of(Timing.NUDGE, Anchor.at(since), Optional.of(span), person);
    }

    /** So long before a meeting or a deadline. */
    public static When before(String person, Anchor moment, Span span) {
        return of(Timing.LEAD, moment, Optional.of(span), person);
    }

    /** As long before as this person likes to be reminded. */
    public static When before(String person, Anchor moment) {
        return of(Timing.LEAD, moment, Optional.empty(), person);
    }

    /** The first working morning after a deadline. */
    public static When overdue(String person, LocalDate deadline) {
        return of(Timing.OVERDUE, Anchor.on(deadline), Optional.empty(), person);
    }

    /** The morning of a day, or of the first working day after it. */
    public static When weekly(String person, LocalDate day) {
        return of(Timing.WEEKLY, Anchor.on(day), Optional.empty(), person);
    }

    private static When of(Timing timing, Anchor anchor, Optional<Span> span, String person) {
        return new When(timing, anchor, span, Optional.of(person));
    }

    /** A reminder, which keeps to hours and may be put off; what is said at once is none. */
    public boolean reminder() {
        return timing != Timing.AT;
    }
}
