package dev.baton.coming;

import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Names;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Routing;
import dev.baton.account.Who;
import dev.baton.account.WorkTime;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.notice.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tells what is coming and what can be done about it, and does it. */
final class ComingDesk {
    static final String SEE = "coming.see";
    static final String DATE = "date";
    static final String TIME = "time";

    private static final int PER_PAGE = 10;
    private static final int LOOKED_THROUGH = 500;

    private final Acts acts;
    private final People people;
    private final Permissions permissions;
    private final Notices notices;
    private final ReasonDesk reasons;
    private final Supplier<Map<String, Kind>> kinds;

    /** @param kinds as the features word them, by name */
    ComingDesk(
            Acts acts,
            People people,
            Permissions permissions,
            Notices notices,
            ReasonDesk reasons,
            Supplier<Map<String, Kind>> kinds) {
        this.acts = acts;
        this.people = people;
        this.permissions = permissions;
        this.notices = notices;
        this.reasons = reasons;
        this.kinds = kinds;
    }

    /** A page of what is coming to somebody, and to those for whom this person stands in; beyond the last it is the last. */
    Agenda coming(String person, int wanted) {
        permissions.require(SEE, who(person), people.roster(), Routing.nobody());
        Instant now = acts.now();
        return acts.read(read -> {
            Clockface clock = new Clockface(people.zone(read, person), now);
            List<String> recipients = Stream.concat(Stream.of(person), people.standsInFor(read, person, now).stream())
                    .toList();
            List<Agenda.Line> lines = notices.comingTo(read, recipients, LOOKED_THROUGH).stream()
                    .flatMap(planned -> line(read, person, planned, clock).stream())
                    .toList();
            int pages = Math.max(1, (lines.size() + PER_PAGE - 1) / PER_PAGE);
            int page = Math.max(0, Math.min(wanted, pages - 1));
            List<Agenda.Line> shown = lines.subList(page * PER_PAGE, Math.min(lines.size(), (page + 1) * PER_PAGE));
            return new Agenda(shown, page, pages, clock.zone().getId());
        });
    }

    private Optional<Agenda.Line> line(Handle read, String person, Planned planned, Clockface clock) {
        return kind(planned)
                .flatMap(kind -> words(read, kind, planned, clock.now())
                        .map(message -> new Agenda.Line(
                                clock.of(planned.dueAt()),
                                message.text(),
                                planned.recipient().equals(person)
                                        ? ""
                                        : Names.of(planned.recipient(), people.roster()),
                                kind.reminder().map(any -> listed(read, kind, planned, clock)))));
    }

    /** In the list a reminder can be put off beyond its time, also one that has been put off before. */
    private Tools listed(Handle read, Kind kind, Planned planned, Clockface clock) {
        Instant now = clock.now();
        String note = planned.snoozed(now) ? "Snoozed until " + clock.of(planned.dueAt()) : "";
        return tools(read, kind, planned, planned.dueAt().isAfter(now) ? planned.dueAt() : now, note);
    }

    /**
     * What can be done about a reminder from below its message.
     *
     * @param posted whether the message stands already
     * @return empty when there is nothing to do any more
     */
    Optional<Tools> below(Handle read, Kind kind, Planned planned, boolean posted, Instant now) {
        if (planned.superseded() || (posted && words(read, kind, planned, now).isEmpty())) {
            return Optional.empty();
        }
        Clockface clock = new Clockface(people.zone(read, reader(read, planned, now)), now);
        if (posted && planned.snoozed(now)) {
            String until = "Snoozed until " + clock.of(planned.dueAt());
            return Optional.of(new Tools(planned.id(), List.of(), false, false, until));
        }
        Instant said = posted ? planned.saidAt().orElse(now) : now;
        String late = planned.late(said) ? "Late: was due " + clock.of(planned.dueAt()) : "";
        return Optional.of(tools(read, kind, planned, now, late));
    }

    private Tools tools(Handle read, Kind kind, Planned planned, Instant from, String note) {
        boolean done = kind.reminder().flatMap(Kind.Reminder::done).isPresent();
        if (inChannel(planned)) {
            return new Tools(planned.id(), List.of(), false, done, note);
        }
        Optional<Instant> latest = latest(read, planned);
        WorkTime time = people.time(read, reader(read, planned, from));
        boolean date = latest.filter(moment -> !from.isBefore(moment)).isEmpty();
        return new Tools(planned.id(), Snooze.before(latest, time, from), date, done, note);
    }

    /**
     * Puts a reminder off.
     *
     * @param said the reader means the message that stands
     */
    void snooze(String person, String gesture, long id, Snooze choice, boolean said) {
        acts.once(person, gesture, "button", act -> {
            Planned planned = own(act.handle(), person, id);
            Instant from = said || act.now().isAfter(planned.dueAt()) ? act.now() : planned.dueAt();
            WorkTime time = people.time(act.handle(), reader(act.handle(), planned, act.now()));
            putOff(act, planned, choice.until(time, from), said);
            return planned.key();
        });
    }

    /** The same, to a time on the reader's own clock. */
    void snoozeTo(String person, String gesture, long id, LocalDate day, LocalTime hour, boolean said) {
        acts.once(person, gesture, "modal", act -> {
            Planned planned = own(act.handle(), person, id);
            WorkTime time = people.time(act.handle(), reader(act.handle(), planned, act.now()));
            Instant until = time.instant(day.atTime(hour));
            if (!until.isAfter(act.now())) {
                throw Refusal.at(
                        day.isBefore(time.date(act.now())) ? DATE : TIME, "That is past. Choose a later time.");
            }
            putOff(act, planned, until, said);
            return planned.key();
        });
    }

    private void putOff(Act act, Planned planned, Instant until, boolean said) {
        Optional<Instant> latest = latest(act.handle(), planned).filter(moment -> !until.isBefore(moment));
        if (latest.isPresent()) {
            Clockface clock =
                    new Clockface(people.zone(act.handle(), reader(act.handle(), planned, act.now())), act.now());
            throw Refusal.at(DATE, "It is about " + clock.full(latest.get()) + ". Choose a time before that.");
        }
        if (!planned.live() || planned.superseded() || settled(act.handle(), planned, act.now())) {
            throw new Refusal("Nothing is left to snooze: the matter is settled.");
        }
        notices.snooze(act, planned, until, said);
    }

    /** The time to begin with when somebody wants to choose one, on that person's clock. */
    LocalDateTime proposed(String person, long id) {
        return acts.read(read -> {
            Planned planned = own(read, person, id);
            WorkTime time = people.time(read, reader(read, planned, acts.now()));
            return LocalDateTime.ofInstant(Snooze.MORNING.until(time, acts.now()), time.zone());
        });
    }

    void done(String person, String gesture, long id) {
        acts.once(person, gesture, "button", act -> {
            Planned planned = own(act.handle(), person, id);
            Kind.Done deed = kind(planned)
                    .flatMap(Kind::reminder)
                    .flatMap(Kind.Reminder::done)
                    .filter(any -> !settled(act.handle(), planned, act.now()))
                    .orElseThrow(() -> new Refusal("Nothing is left to do: the matter is settled."));
            deed.done(act, planned.due(true, act.now()));
            notices.withdraw(act, planned.key());
            notices.touch(act, planned.subject());
            return planned.key();
        });
    }

    /** Why it comes, and why then; of what stands in a channel everybody may ask. */
    Why why(String person, long id) {
        permissions.require(SEE, who(person), people.roster(), Routing.nobody());
        Instant now = acts.now();
        return acts.read(read -> {
            Planned planned = known(read, id);
            if (!inChannel(planned)) {
                own(read, person, id);
            }
            return reasons.why(read, planned, kind(planned).orElseThrow(), person, now);
        });
    }

    Planned own(Handle read, String person, long id) {
        Planned planned = known(read, id);
        if (inChannel(planned)) {
            throw new Refusal("This reminder is for all in the channel, so nobody can put it off alone.");
        }
        boolean own = planned.recipient().equals(person)
                || planned.reader().equals(Optional.of(person))
                || people.standIn(read, planned.recipient(), acts.now()).equals(Optional.of(person));
        if (!own) {
            throw new Refusal("This reminder is for " + Names.of(planned.recipient(), people.roster())
                    + ", or whoever stands in. You cannot change it.");
        }
        return planned;
    }

    private Planned known(Handle read, long id) {
        return notices.planned(read, id)
                .filter(planned -> kind(planned).flatMap(Kind::reminder).isPresent())
                .orElseThrow(() -> new Refusal("This belongs to no reminder I know."));
    }

    private boolean settled(Handle read, Planned planned, Instant now) {
        return kind(planned).flatMap(kind -> words(read, kind, planned, now)).isEmpty();
    }

    Optional<Message> words(Handle read, Kind kind, Planned planned, Instant now) {
        return kind.render().render(planned.due(false, now), read);
    }

    private Optional<Instant> latest(Handle read, Planned planned) {
        return planned.when().flatMap(when -> notices.latest(read, when));
    }

    /** Whose hours and zone count for the one who looks at it. */
    private String reader(Handle read, Planned planned, Instant now) {
        if (inChannel(planned)) {
            return planned.when().flatMap(when -> when.person()).orElse(planned.recipient());
        }
        return planned.reader()
                .or(() -> people.standIn(read, planned.recipient(), now))
                .orElse(planned.recipient());
    }

    private static boolean inChannel(Planned planned) {
        return planned.recipient().startsWith("C") || planned.recipient().startsWith("G");
    }

    Optional<Kind> kind(Planned planned) {
        return Optional.ofNullable(kinds.get().get(planned.kind()));
    }

    private Who who(String person) {
        return Who.of(person, people.roster(), Routing.nobody(), Map.of(), Optional.empty(), false);
    }
}
