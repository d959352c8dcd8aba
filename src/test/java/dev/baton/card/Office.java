package dev.baton.card;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Permissions;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.account.SalesforceId;
import dev.baton.account.SearchStore;
import dev.baton.handbook.Handbook;
import dev.baton.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The cast's accounts in a database, and the desks before them. */
final class Office {
    static final Instant NOW = Instant.parse("2024-03-04T09:00:00Z");
    static final SalesforceId NORTHWIND = new SalesforceId("0015e00001NWBNK");
    static final SalesforceId HELIO = new SalesforceId("0015e00001HELIO");

    final Handbook handbook = Handbook.builtIn();
    final Roster roster = RosterYaml.cast();
    final Accounts accounts;
    final CardDesk cards;
    final EditDesk edits;
    final Acts acts;
    private int gestures;

    Office(Database database) {
        acts = new Acts(database, InstantSource.fixed(NOW));
        Permissions permissions = new Permissions(handbook);
        permissions.add(Rights.permits());
        AccountStore store = new AccountStore();
        HistoryStore history = new HistoryStore();
        accounts = new Accounts(store, history);
        cards = new CardDesk(
                acts,
                handbook,
                Cast.people(),
                permissions,
                accounts,
                new SearchStore(),
                history,
                line -> Optional.empty());
        edits = new EditDesk(acts, handbook, roster, permissions, accounts, store, history);
        acts.own("start", act -> {
            Cast.open(act, accounts);
            return accounts;
        });
    }

    void change(SalesforceId id, UnaryOperator<Account> how) {
        acts.own("test", act -> {
            accounts.save(act, how.apply(accounts.existing(act.handle(), id)));
            return id;
        });
    }

    Account account(SalesforceId id) {
        return acts.read(read -> accounts.existing(read, id));
    }

    Face face(String person, SalesforceId id) {
        return acts.read(read -> cards.face(read, person, id));
    }

    String gesture() {
        return "test:" + ++gestures;
    }
}
