package dev.baton.people;

import dev.baton.account.Acts;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Person;
import dev.baton.account.PreferenceStore;
import dev.baton.account.Preferences;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.Who;
import dev.baton.notice.Notices;
import dev.baton.notice.Preview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Shows and keeps what people choose for themselves. What is still owed to them is counted anew in the same transaction. */
final class SettingsDesk {
    static final String CHANGE = "people.settings";

    private static final int NEXT = 3;
    /** Among so many there are three that would still be said. */
    private static final int LOOKED_AT = 30;

    private final Acts acts;
    private final People people;
    private final Roster roster;
    private final PreferenceStore store;
    private final Permissions permissions;
    private final Notices notices;
    private final Supplier<Preview> preview;

    SettingsDesk(
            Acts acts,
            People people,
            PreferenceStore store,
            Permissions permissions,
            Notices notices,
            Supplier<Preview> preview) {
        this.acts = acts;
        this.people = people;
        roster = people.roster();
        this.store = store;
        this.permissions = permissions;
        this.notices = notices;
        this.preview = preview;
    }

    MySettings settings(String person) {
        require(person);
        Instant now = acts.now();
        return acts.read(read -> {
            LocalDate today = people.today(read, person, now);
            return new MySettings(
                    person,
                    people.zone(read, person),
                    today,
                    people.chosen(read, person),
                    usual(person),
                    roster.person(person).map(Person::off).orElse(List.of()).stream()
                            .filter(time -> !time.last().isBefore(today))
                            .toList(),
                    store.leaves(read, person).stream()
                            .filter(leave -> !leave.time().last().isBefore(today))
                            .toList(),
                    next(read, person, now),
                    roster);
        });
    }

    Usual usual(String person) {
        return new Usual(people.usualQuiet(), people.usualHolidays(person), People.USUAL_LEAD);
    }

    /** The day it is for this person. */
    LocalDate today(String person) {
        Instant now = acts.now();
        return acts.read(read -> people.today(read, person, now));
    }

    void save(String person, String gesture, Preferences chosen) {
        require(person);
        acts.once(person, gesture, "modal", act -> {
            store.save(act, person, chosen);
            notices.recount(act, person);
            return "saved";
        });
    }

    void require(String person) {
        Who who = Who.of(person, roster, Routing.nobody(), Map.of(), Optional.empty(), false);
        permissions.require(CHANGE, who, roster, Routing.nobody());
    }

    private List<Next> next(Handle read, String person, Instant now) {
        return preview.get().comingTo(read, person, now, LOOKED_AT).stream()
                .filter(line -> line.at().isAfter(now))
                .limit(NEXT)
                .map(line -> new Next(line.at(), line.words(), people.standIn(read, person, line.at())))
                .toList();
    }
}
