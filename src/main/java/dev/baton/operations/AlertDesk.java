package dev.baton.operations;

import dev.baton.account.Act;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.handbook.Role;
import dev.baton.notice.FailureStore;
import dev.baton.notice.Notices;

/** Tells the administrators when a message is given up. */
final class AlertDesk {
    private final Roster roster;
    private final Notices notices;
    private final FailureStore failures;

    AlertDesk(Roster roster, Notices notices, FailureStore failures) {
        this.roster = roster;
        this.notices = notices;
        this.failures = failures;
    }

    /** That an alert itself cannot be delivered alerts nobody: it would never end. */
    void undelivered(Act act, String kind) {
        if (kind.equals(Alert.KIND)) {
            return;
        }
        for (Person admin : roster.with(Role.ADMIN)) {
            String id = admin.slackId();
            notices.oweUnlessPending(act, Alert.owed(id, act.now(), failures.saidAt(act.handle(), Alert.key(id))));
        }
        notices.touch(act, Alert.SUBJECT);
    }
}
