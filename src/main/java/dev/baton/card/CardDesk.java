package dev.baton.card;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Region;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.SalesforceLink;
import dev.baton.account.SearchStore;
import dev.baton.account.Who;
import dev.baton.card.Found.Hit;
import dev.baton.handbook.Handbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Looks accounts up for people: each finds and reads what is for their eyes. */
final class CardDesk {
    private static final int LONGEST_SEARCH = 120;
    /** How history calls a manager's word that stands above the thresholds. */
    private static final String OVERRIDDEN = "request.overridden";

    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final Permissions permissions;
    private final Accounts accounts;
    private final SearchStore search;
    private final HistoryStore history;
    private final Function<HistoryStore.Line, Optional<String>> teller;

    /** @param teller what the processes say of their own lines of history */
    CardDesk(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Accounts accounts,
            SearchStore search,
            HistoryStore history,
            Function<HistoryStore.Line, Optional<String>> teller) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.permissions = permissions;
        this.accounts = accounts;
        this.search = search;
        this.history = history;
        this.teller = teller;
    }

    /**
     * Searches by part of a name or codename, by Salesforce link or id; without any of them, the asker's own accounts.
     *
     * @throws Refusal for strangers
     */
    Found find(String person, String typed) {
        requireMember(person);
        boolean mayAdd = mayAdd(person);
        return acts.read(read -> {
            if (typed.isEmpty()) {
                return Found.of("", mine(read, person), mayAdd);
            }
            Optional<Account> linked = linked(read, typed);
            if (linked.isPresent()) {
                return Found.of(typed, Stream.of(hit(read, person, linked.get())), mayAdd);
            }
            return complaint(typed)
                    .map(words -> new Found(typed, List.of(), false, Optional.of(words), mayAdd))
                    .orElseGet(() -> Found.of(typed, named(read, person, typed), mayAdd));
        });
    }

    /**
     * An account as this person sees it.
     *
     * @throws Refusal for strangers, and when there is no such account
     */
    Face face(Handle read, String person, SalesforceId id) {
        requireMember(person);
        Account account = existing(read, id);
        Rights rights = Rights.of(permissions, account, who(read, person, account));
        return Face.of(
                account,
                rights,
                accounts.opportunities(read, id),
                accounts.team(read, id),
                handbook,
                roster,
                history.last(read, id, OVERRIDDEN).map(HistoryStore.Line::actor),
                deeds(read, account, rights, 0, Face.RECENT),
                history.count(read, id),
                accounts.salesforceHost(read),
                people.zone(read, person));
    }

    /** How this person stands to the account. */
    Who who(Handle read, String person, Account account) {
        return accounts.who(read, person, account, roster, Optional.empty());
    }

    /** A page of the history, from the newest. */
    Log log(String person, SalesforceId id, int page) {
        requireMember(person);
        return acts.read(read -> {
            Account account = existing(read, id);
            Rights rights = Rights.of(permissions, account, who(read, person, account));
            int pages = Log.pages(history.count(read, id));
            int shown = Math.min(Math.max(0, page), pages - 1);
            List<Deed> deeds = deeds(read, account, rights, shown * Log.ON_A_PAGE, Log.ON_A_PAGE);
            return new Log(id, rights.nameOf(account), deeds, shown, pages, people.zone(read, person));
        });
    }

    private List<Deed> deeds(Handle read, Account account, Rights rights, int skipped, int limit) {
        return history.of(read, account.id(), skipped, limit).stream()
                .map(line -> Deed.of(
                        line.at(),
                        line.actor(),
                        line.event(),
                        line.detail(),
                        teller.apply(line),
                        rights,
                        roster,
                        handbook))
                .toList();
    }

    private Stream<Hit> mine(Handle read, String person) {
        return search.of(read, person, Found.MOST + 1).stream().map(account -> hit(read, person, account));
    }

    /** Confidential accounts are found only by a name that the asker may read. */
    private Stream<Hit> named(Handle read, String person, String typed) {
        String folded = Names.folded(typed.substring(0, Math.min(LONGEST_SEARCH, typed.length())));
        Stream<Hit> open =
                search.open(read, folded, Found.MOST + 1).stream().map(account -> hit(read, person, account));
        Stream<Hit> confidential = search.confidential(read, folded).stream()
                .filter(account -> readable(read, person, account, folded))
                .map(account -> hit(read, person, account));
        return Stream.concat(open, confidential);
    }

    private boolean readable(Handle read, String person, Account account, String folded) {
        boolean byCodename = account.codename()
                .filter(codename -> Names.folded(codename).contains(folded))
                .isPresent();
        return byCodename
                || Rights.of(permissions, account, who(read, person, account)).inside();
    }

    private Optional<Account> linked(Handle read, String typed) {
        Optional<SalesforceId> id = SalesforceLink.account(typed).id().or(() -> SalesforceId.parse(typed));
        Optional<SalesforceId> deal = SalesforceLink.opportunity(typed).id().or(() -> SalesforceId.parse(typed));
        return id.flatMap(one -> accounts.account(read, one))
                .or(() -> deal.flatMap(one -> accounts.opportunity(read, one))
                        .map(Opportunity::account)
                        .flatMap(one -> accounts.account(read, one)));
    }

    /** A link that is none of Salesforce's is told as such; a good one leads to an account nobody has added yet. */
    private static Optional<String> complaint(String typed) {
        boolean link = typed.contains("://");
        boolean good = SalesforceLink.account(typed).id().isPresent()
                || SalesforceLink.opportunity(typed).id().isPresent();
        return link && !good ? SalesforceLink.account(typed).complaint() : Optional.empty();
    }

    private Hit hit(Handle read, String person, Account account) {
        Rights rights = Rights.of(permissions, account, who(read, person, account));
        Region region = roster.regions().get(account.region());
        String csm = account.csm()
                .map(held -> held.equals(Account.SCALE)
                        ? handbook.words().pool()
                        : handbook.words().csm() + " " + Names.of(held, roster))
                .orElse("no " + handbook.words().csm());
        String about =
                account.segment().label() + ", " + (region == null ? account.region() : region.name()) + ", " + csm;
        return new Hit(account.id(), rights.nameOf(account), about);
    }

    private Account existing(Handle read, SalesforceId id) {
        return accounts.account(read, id)
                .orElseThrow(() -> new Refusal("This account is not here any more. Look for it again with /account."));
    }

    private void requireMember(String person) {
        permissions.require(Rights.SEE, outsider(person), roster, Routing.nobody());
    }

    private boolean mayAdd(String person) {
        return permissions.allows(Rights.ADD, outsider(person));
    }

    /** Somebody before any account is concerned. */
    private Who outsider(String person) {
        return Who.of(person, roster, Routing.nobody(), Map.of(), Optional.empty(), false);
    }
}
