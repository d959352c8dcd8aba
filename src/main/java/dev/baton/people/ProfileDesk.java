package dev.baton.people;

import dev.baton.account.Acts;
import dev.baton.account.People;
import dev.baton.account.PersonStore;
import dev.baton.notice.Notices;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps what Slack says of the people in the people file. Whoever moves reads in the hours of the new place from then on. */
final class ProfileDesk {
    private final Acts acts;
    private final People people;
    private final PersonStore store;
    private final Notices notices;
    private final List<PeopleFeature.OnProfile> onProfile = new ArrayList<>();

    ProfileDesk(Acts acts, People people, PersonStore store, Notices notices) {
        this.acts = acts;
        this.people = people;
        this.store = store;
        this.notices = notices;
    }

    void onProfile(PeopleFeature.OnProfile reaction) {
        onProfile.add(reaction);
    }

    List<String> everybody() {
        return people.roster().people().stream()
                .filter(person -> person.reachable())
                .map(person -> person.slackId())
                .toList();
    }

    /** Slack tells of every change of status and picture too, so what is no news costs no transaction. */
    void keep(String person, Optional<ZoneId> zone, boolean deactivated) {
        if (people.roster().person(person).isEmpty() || !acts.read(read -> news(read, person, zone, deactivated))) {
            return;
        }
        acts.own("profile", act -> {
            boolean news = store.keepProfile(act.handle(), person, zone, deactivated);
            if (news) {
                notices.recount(act, person);
                onProfile.forEach(reaction -> reaction.changed(act, person));
            }
            return news;
        });
    }

    private boolean news(Handle read, String person, Optional<ZoneId> zone, boolean deactivated) {
        Optional<ZoneId> known = store.zone(read, person);
        return store.deactivated(read, person) != deactivated
                || zone.filter(each -> !known.equals(Optional.of(each))).isPresent();
    }
}
