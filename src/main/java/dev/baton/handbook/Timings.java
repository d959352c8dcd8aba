package dev.baton.handbook;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When Baton speaks up by itself. Times of day are those of the reader's place, and defaults: people may choose their own.
 *
 * @param morning when a working day's first reminders come
 * @param quietFrom from when on reminders wait for the next working morning
 * @param quietUntil until when they wait; usually on the next day
 * @param digest the day of the managers' weekly digest, in the morning
 * @param requestNudge how long a manager may leave a request alone before being reminded
 * @param requestEscalate how long before the request goes to the backup as well
 * @param evaluationOverdue how long after a technical evaluation its stage may stand and its data be open
 * @param onboarding by when a new customer is met and served
 */
public record Timings(
        LocalTime morning,
        LocalTime quietFrom,
        LocalTime quietUntil,
        DayOfWeek digest,
        Span requestNudge,
        Span requestEscalate,
        Span evaluationOverdue,
        Onboarding onboarding) {

    /**
     * Days of the calendar from the customer's start, never shifted for weekends or holidays.
     *
     * @param kickoff by when the kickoff takes place
     * @param cadence by when the first cadence call takes place
     * @param done by when the onboarding is complete
     */
    public record Onboarding(Span kickoff, Span cadence, Span done) {}
}
