package dev.baton.account;

import dev.baton.account.WorkTime.Timing;
import dev.baton.handbook.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How somebody is reminded: the hours in which they may be spoken to, and what they chose besides.
 *
 * @param lead how long before a meeting
 * @param gathered all reminders of a day in its first working minute
 * @param pausedUntil until that day's morning only what cannot wait is said: answers, and what comes before a moment
 */
public record Rhythm(WorkTime time, Span lead, boolean gathered, Optional<LocalDate> pausedUntil) {

    /** When that is due for this person. */
    public Instant due(When when) {
        boolean before = when.timing() == Timing.LEAD;
        Optional<Span> span = before ? when.span().or(() -> Optional.of(lead)) : when.span();
        Instant ruled = when.timing().due(time, when.anchor(), span);
        if (!when.reminder()) {
            return ruled;
        }
        return before ? gatheredBefore(ruled) : resumed(gathered ? time.nextMorning(ruled) : ruled);
    }

    /** Gathered in the same day's morning, unless that is too late for it. */
    private Instant gatheredBefore(Instant ruled) {
        Instant morning = time.morning(time.date(ruled));
        return gathered && morning.isBefore(ruled) ? morning : ruled;
    }

    private Instant resumed(Instant ruled) {
        return pausedUntil
                .map(day -> time.weekly(day))
                .filter(morning -> morning.isAfter(ruled))
                .orElse(ruled);
    }
}
