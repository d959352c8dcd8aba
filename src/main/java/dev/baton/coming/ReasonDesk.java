package dev.baton.coming;

import dev.baton.account.Names;
import dev.baton.account.People;
import dev.baton.account.When;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.notice.Planned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Looks up why a reminder comes when it comes. */
final class ReasonDesk {
    private static final int NEXT = 5;

    private final Handbook handbook;
    private final People people;
    private final Notices notices;

    ReasonDesk(Handbook handbook, People people, Notices notices) {
        this.handbook = handbook;
        this.people = people;
        this.notices = notices;
    }

    /** @param person who asks, in whose zone it is told */
    Why why(Handle read, Planned planned, Kind kind, String person, Instant now) {
        Clockface clock = new Clockface(people.zone(read, person), now);
        Optional<Message> words = kind.render().render(planned.due(true, now), read);
        List<String> dates = new ArrayList<>();
        List<String> shifts = new ArrayList<>();
        planned.when().ifPresent(when -> {
            Reckoning reckoning = reckoning(read, when, planned, clock);
            dates.addAll(reckoning.dates());
            shifts.addAll(reckoning.shifts());
        });
        dates.addAll(List.of(
                planned.live() && planned.dueAt().isAfter(now) ? "Due" : "Was due", clock.full(planned.dueAt())));
        planned.snoozedUntil()
                .filter(until -> until.equals(planned.dueAt()))
                .ifPresent(until -> shifts.add("Snoozed until " + clock.full(until) + "."));
        planned.insteadOf().ifPresent(other -> shifts.add("It was meant for " + name(other) + "."));
        return new Why(
                words.map(Message::text).orElse(""),
                handbook.words(kind.reminder().orElseThrow().rule()),
                dates,
                shifts,
                next(read, planned, clock));
    }

    /** While somebody stands in, the stand-in's hours count. */
    private Reckoning reckoning(Handle read, When when, Planned planned, Clockface clock) {
        String person = when.person().orElse(planned.recipient());
        String counted = people.standIn(read, person, planned.dueAt()).orElse(person);
        String whose = counted.equals(person) ? name(person) : name(counted) + " (in place of " + name(person) + ")";
        return new Reckoning(when, people.rhythm(read, counted), whose, clock);
    }

    private List<String> next(Handle read, Planned planned, Clockface clock) {
        return notices.comingAbout(read, planned.subject(), NEXT).stream()
                .filter(other -> other.id() != planned.id())
                .map(other -> clock.full(other.dueAt()) + " to " + name(other.recipient()))
                .toList();
    }

    private String name(String id) {
        return id.startsWith("C") || id.startsWith("G") ? "a channel" : Names.of(id, people.roster());
    }
}
