package dev.baton.scale;

import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.account.People;
import dev.baton.account.SalesforceId;
import dev.baton.notice.Notices;
import dev.baton.scale.Suggestion.Cause;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Suggests to owners that they ask the pool. */
final class SuggestionDesk {
    private final People people;
    private final SuggestionStore store;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;

    SuggestionDesk(People people, SuggestionStore store, Accounts accounts, HistoryStore history, Notices notices) {
        this.people = people;
        this.store = store;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
    }

    /** A redirected account: its owner is told what to do now; where there is no owner, whoever redirected it. */
    void redirected(Act act, SalesforceId account, String by) {
        String told = Owners.first(accounts.team(act.handle(), account)).orElse(by);
        suggest(act, account, Cause.REDIRECTED, by, told);
    }

    /** False when the same was suggested that day already; then nobody is told again. */
    boolean suggest(Act act, SalesforceId account, Cause cause, String by, String told) {
        Suggestion suggestion = new Suggestion(account, people.today(act.handle(), told, act.now()), cause, by, told);
        if (!store.insert(act, suggestion)) {
            return false;
        }
        notices.owe(act, suggestion.owed(act.now()));
        history.add(act, account, suggestion.subject(), "scale.suggested", "to " + told);
        return true;
    }

    /** What was suggested shows what has become of it. */
    void touch(Act act, SalesforceId account) {
        store.of(act.handle(), account).forEach(suggestion -> notices.touch(act, suggestion.subject()));
    }

    Optional<Suggestion> suggestion(Handle read, String subjectId) {
        return Suggestion.Key.parse(subjectId).flatMap(key -> store.suggestion(read, key));
    }
}
