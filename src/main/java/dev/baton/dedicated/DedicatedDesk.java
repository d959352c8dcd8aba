package dev.baton.dedicated;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Notices;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Tells of Dedicated when an account's facts change, and takes the ticks of those who have read. */
final class DedicatedDesk {
    static final String READ = "dedicated.read";

    private final Acts acts;
    private final Handbook handbook;
    private final Roster roster;
    private final Permissions permissions;
    private final DedicatedStore store;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;

    DedicatedDesk(
            Acts acts,
            Handbook handbook,
            Roster roster,
            Permissions permissions,
            DedicatedStore store,
            Accounts accounts,
            HistoryStore history,
            Notices notices) {
        this.acts = acts;
        this.handbook = handbook;
        this.roster = roster;
        this.permissions = permissions;
        this.store = store;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
    }

    /** Asks what was announced, not what the account was before: so the same fact set twice is one announcement. */
    void accountChanged(Act act, Account after) {
        Optional<Announcement> known = store.announcement(act.handle(), after.id());
        step(act, known, after).ifPresent(step -> {
            if (store.save(act, step.next())) {
                notices.oweAll(act, step.owed());
                history.add(act, after.id(), step.next().subject(), step.event(), step.detail());
            }
        });
        // Whatever changed, such as the codename, may stand in what was posted.
        notices.touch(act, Announcement.subject(after.id()));
    }

    /** Another people file: whoever keeps the account now hears of it. */
    void rerouted(Act act) {
        store.standing(act.handle()).forEach(id -> accountChanged(act, accounts.existing(act.handle(), id)));
    }

    private Optional<Announcement.Step> step(Act act, Optional<Announcement> known, Account after) {
        boolean dedicated = after.deployment().equals(Optional.of(Deployment.DEDICATED));
        Optional<Announcement> standing = known.filter(Announcement::standing);
        if (!dedicated) {
            return standing.map(Announcement::clear);
        }
        String manager = Routing.of(roster, after.region(), after.segment()).manager();
        if (standing.isPresent()) {
            return standing.filter(told -> !told.manager().equals(manager))
                    .map(told -> told.handTo(manager, act.now()));
        }
        Optional<String> by = Optional.of(act.actor()).filter(actor -> !actor.equals(Act.BATON));
        return Optional.of(
                Announcement.announce(known, after.id(), manager, team(act.handle(), after.id()), by, act.now()));
    }

    /** Who joins is told; who leaves counts no more. */
    void teamChanged(Act act, SalesforceId account, Optional<String> joined) {
        store.announcement(act.handle(), account).filter(Announcement::standing).ifPresent(announcement -> {
            joined.ifPresent(person -> notices.owe(act, announcement.tell(person, act.now())));
            notices.touch(act, announcement.subject());
        });
    }

    /** Ticks the best practices as read; a second tick changes nothing. */
    void read(String person, String gesture, SalesforceId id) {
        acts.once(person, gesture, "button", act -> {
            Optional<Account> account = accounts.account(act.handle(), id);
            if (account.isEmpty()) {
                throw new Refusal("This button belongs to no account I know.");
            }
            Who who = accounts.who(act.handle(), person, account.get(), roster, Optional.empty());
            Routing routing =
                    Routing.of(roster, account.get().region(), account.get().segment());
            permissions.require(READ, who, roster, routing);
            if (store.announcement(act.handle(), id)
                    .filter(Announcement::standing)
                    .isEmpty()) {
                throw new Refusal("The account is not on Dedicated any more, so there is nothing to tick.");
            }
            if (store.tick(act, id, person)) {
                history.add(act, id, Announcement.subject(id), "dedicated.read", "");
                notices.touch(act, Announcement.subject(id));
            }
            return "read";
        });
    }

    /** What is known of an announcement; empty when the account never was on Dedicated. */
    Optional<Reading> reading(Handle read, SalesforceId id) {
        return store.announcement(read, id)
                .map(announcement -> new Reading(
                        announcement,
                        accounts.existing(read, id),
                        Opportunity.leading(accounts.opportunities(read, id)),
                        team(read, id),
                        store.readers(read, id),
                        roster,
                        handbook));
    }

    /** Everybody once, also who holds two roles. */
    private Set<String> team(Handle read, SalesforceId account) {
        return new LinkedHashSet<>(accounts.team(read, account).values());
    }
}
