package dev.baton.handbook;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads when Baton speaks up by itself, and what asking the pool is bound to. */
final class TimingsYaml {
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int LONGEST_CHOICE = 75;
    /** Slack's longest field. */
    private static final int LONGEST_TEXT = 3000;

    private static final Map<String, DayOfWeek> DAYS = HandbookYaml.choices(
            List.of(DayOfWeek.values()), day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));

    private TimingsYaml() {}

    /** Empty, with problems noted, if something is missing. */
    static Optional<Timings> timings(LocatedYaml timings) {
        timings.only("morning", "quiet", "digest", "request", "evaluation", "onboarding");
        Optional<LocalTime> morning = time(timings.required("morning"));
        LocatedYaml quiet = timings.required("quiet").only("from", "until");
        Optional<LocalTime> from = time(quiet.required("from"));
        Optional<LocalTime> until = time(quiet.required("until"));
        Optional<DayOfWeek> digest = timings.required("digest").among("a day such as Monday", DAYS);
        LocatedYaml request = timings.required("request").only("nudge", "escalate");
        Optional<Span> nudge = request.required("nudge").as(Span.EXAMPLES, Span::parse);
        Optional<Span> escalate = after(nudge, "nudge", request.required("escalate"));
        Optional<Span> overdue = timings.required("evaluation")
                .only("overdue")
                .required("overdue")
                .as(Span.EXAMPLES, Span::parse);
        Optional<Timings.Onboarding> onboarding = onboarding(timings.required("onboarding"));
        if (morning.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (quiet(morning.get(), from.get(), until.get())) {
            timings.optional("morning").problemQuoting(morning.get().toString(), "lies in the quiet hours");
        }
        if (digest.isEmpty() || nudge.isEmpty() || escalate.isEmpty() || overdue.isEmpty() || onboarding.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Timings(
                morning.get(),
                from.get(),
                until.get(),
                digest.get(),
                nudge.get(),
                escalate.get(),
                overdue.get(),
                onboarding.get()));
    }

    /** Deadlines are days of the calendar, so their spans are too. */
    private static Optional<Timings.Onboarding> onboarding(LocatedYaml onboarding) {
        onboarding.only("kickoff", "cadence", "done");
        Optional<Span> kickoff = days(onboarding.required("kickoff"));
        Optional<Span> cadence = later(kickoff, "kickoff", onboarding.required("cadence"));
        Optional<Span> done = later(cadence, "cadence", onboarding.required("done"));
        return kickoff.isEmpty() || cadence.isEmpty() || done.isEmpty()
                ? Optional.empty()
                : Optional.of(new Timings.Onboarding(kickoff.get(), cadence.get(), done.get()));
    }

    private static Optional<Span> days(LocatedYaml place) {
        return place.as(
                "a number of calendar days such as '14 days'",
                written -> Span.parse(written).filter(span -> span.unit() == Span.Unit.DAYS));
    }

    private static Optional<LocalTime> time(LocatedYaml time) {
        return time.as(
                "a time of day such as '08:00'",
                written -> CLOCK.matcher(written).matches() ? Optional.of(LocalTime.parse(written)) : Optional.empty());
    }

    /** A span that must not be shorter than the one before it, where the two can be compared. */
    private static Optional<Span> after(Optional<Span> before, String name, LocatedYaml place) {
        return later(before, name, place, place.as(Span.EXAMPLES, Span::parse));
    }

    private static Optional<Span> later(Optional<Span> before, String name, LocatedYaml place) {
        return later(before, name, place, days(place));
    }

    private static Optional<Span> later(Optional<Span> before, String name, LocatedYaml place, Optional<Span> span) {
        boolean early = before.isPresent()
                && span.isPresent()
                && span.get().unit() == before.get().unit()
                && span.get().amount() <= before.get().amount();
        if (early) {
            place.problemQuoting(span.get().toString(), "is not later than " + name + ", " + before.get());
        }
        return span;
    }

    private static boolean quiet(LocalTime time, LocalTime from, LocalTime until) {
        boolean overnight = from.isAfter(until);
        return overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
    }

    /** Empty, with problems noted, if something is missing. */
    static Optional<PoolRequests> pool(LocatedYaml pool) {
        pool.only("request-min", "nudge", "follow-up", "pain-points", "interventions");
        Threshold least = ThresholdsYaml.threshold(pool.required("request-min"));
        Optional<Span> nudge = pool.required("nudge").as(Span.EXAMPLES, Span::parse);
        Optional<Span> followUp = after(nudge, "nudge", pool.required("follow-up"));
        Optional<Integer> painPoints =
                pool.required("pain-points").as("a number of characters from 1 to " + LONGEST_TEXT, TimingsYaml::count);
        LocatedYaml choices = pool.required("interventions");
        List<String> interventions =
                choices.items().stream().map(item -> item.words(LONGEST_CHOICE)).toList();
        if (choices.present() && interventions.isEmpty()) {
            choices.problem("names nothing to choose from");
        }
        if (nudge.isEmpty() || followUp.isEmpty() || painPoints.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PoolRequests(least, nudge.get(), followUp.get(), painPoints.get(), interventions));
    }

    private static Optional<Integer> count(String written) {
        return Optional.of(written)
                .filter(number -> COUNT.matcher(number).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= LONGEST_TEXT);
    }
}
