package dev.baton.help;

import dev.baton.account.Acts;
import dev.baton.account.Permissions;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.Who;
import dev.baton.notice.Notices;
import dev.baton.notice.Owed;
import java.util.Map;
import java.util.Optional;

/** Answers whoever writes to Baton, once for each message, and lets only those ask whom Baton knows. */
final class HelpDesk {
    static final String READ = "help.read";
    static final String ANSWER = "help.answer";

    private final Acts acts;
    private final Roster roster;
    private final Permissions permissions;
    private final Notices notices;

    HelpDesk(Acts acts, Roster roster, Permissions permissions, Notices notices) {
        this.acts = acts;
        this.roster = roster;
        this.permissions = permissions;
        this.notices = notices;
    }

    void requireReader(String person) {
        permissions.require(READ, who(person), roster, Routing.nobody());
    }

    boolean mayRead(String person) {
        return permissions.allows(READ, who(person));
    }

    /** Owes an answer; the same message heard twice is answered once. */
    void answer(String person, String event, Question question) {
        acts.once(person, event, "message", act -> {
            notices.owe(act, Owed.now(ANSWER, "help:" + question.word() + "/" + event, person, act.now()));
            return question.word();
        });
    }

    private Who who(String person) {
        return Who.of(person, roster, Routing.nobody(), Map.of(), Optional.empty(), false);
    }
}
