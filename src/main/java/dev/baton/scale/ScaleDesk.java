package dev.baton.scale;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Person;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.account.WorkTime;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Notices;
import dev.baton.scale.Eligibility.Reader;
import dev.baton.scale.Suggestion.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Does what people ask of the pool: one transaction and one now each, state, notices and history together. */
final class ScaleDesk {
    static final String FILE = "scale.file";
    static final String SUGGEST = "scale.suggest";
    static final String ANSWER = "scale.answer";

    private static final Set<Standing> INSIDERS =
            EnumSet.of(Standing.TEAM, Standing.KEY_MANAGER, Standing.BACKUP, Standing.ADMIN);

    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final Permissions permissions;
    private final ScaleStore store;
    private final SuggestionDesk suggestions;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;

    ScaleDesk(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            ScaleStore store,
            SuggestionDesk suggestions,
            Accounts accounts,
            HistoryStore history,
            Notices notices) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.permissions = permissions;
        this.store = store;
        this.suggestions = suggestions;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
    }

    /** The owner gets the form. Whoever may only suggest it is refused, and the owner hears of the suggestion. */
    Opening ask(String person, String gesture, SalesforceId id) {
        Offer offer = acts.read(read -> {
            Account account = known(read, id);
            Who who = who(read, person, account);
            Offer found = offer(read, account, who);
            refuseOutsider(found, who);
            found.eligibility().orRefuse();
            refuseIfOpen(read, id);
            return found;
        });
        if (offer.mayFile()) {
            return new Opening(offer.account(), offer.eligibility().flag());
        }
        throw new Refusal(suggest(person, gesture, offer));
    }

    /** Takes a request of the owner's in; the answer is its number. */
    String file(String owner, String gesture, SalesforceId id, Need need) {
        return acts.once(owner, gesture, "modal", act -> {
            Account account = known(act.handle(), id);
            permissions.require(FILE, who(act.handle(), owner, account), roster, routing(account));
            Eligibility eligibility = eligibility(act.handle(), account, Reader.INSIDER);
            eligibility.orRefuse();
            refuseIfOpen(act.handle(), id);
            List<String> queue = queue(account);
            Engagement.Step step =
                    Engagement.submit(store.nextNumber(act), id, owner, need, eligibility.flag(), queue, act.now());
            if (!store.insert(act, step.next())) {
                refuseIfOpen(act.handle(), id);
                throw new Refusal("Somebody else asked for this account just now. Look at its card.");
            }
            record(act, step);
            Waiting waiting = new Waiting(
                    routing(account).manager(), handbook.poolRequests().nudge());
            notices.oweAll(act, waiting.owed(step.next(), queue, act.now()));
            return String.valueOf(step.next().number());
        });
    }

    void accept(String by, String gesture, long number) {
        step(by, gesture, "button", number, (engagement, now) -> engagement.accept(by, roster, now));
    }

    void decline(String by, String gesture, long number, String reason) {
        step(by, gesture, "modal", number, (engagement, now) -> engagement.decline(by, reason, roster, now));
    }

    void finish(String by, String gesture, long number) {
        step(by, gesture, "button", number, (engagement, now) -> engagement.finish(by, roster, now));
    }

    /** Nobody is asked for a reason that nobody will read. */
    Engagement declining(String by, long number) {
        return acts.read(read -> {
            Engagement engagement = existing(read, number);
            requireAnswer(by, read, engagement);
            engagement.refuseUnless(EngagementState.SUBMITTED, roster);
            return engagement;
        });
    }

    /** A fact changed that stands in what was posted: the name channels read, the CSM, the ARR. */
    void factsChanged(Act act, SalesforceId account) {
        store.of(act.handle(), account).forEach(engagement -> notices.touch(act, engagement.subject()));
        suggestions.touch(act, account);
    }

    List<String> open(Handle read) {
        return store.open(read).stream().map(Engagement::subject).toList();
    }

    EngagementView view(Handle read, long number) {
        Engagement engagement = existing(read, number);
        Account account = accounts.existing(read, engagement.account());
        String manager = Routing.of(roster, account.region(), account.segment()).manager();
        return new EngagementView(
                engagement,
                account,
                people.today(read, manager, engagement.submittedAt()),
                followUp(read, engagement),
                roster,
                handbook);
    }

    /** By when whoever accepted should have been in touch, on that person's own calendar. */
    private Optional<LocalDate> followUp(Handle read, Engagement engagement) {
        return engagement
                .answeredBy()
                .flatMap(cse -> engagement.answeredAt().map(since -> {
                    WorkTime time = people.time(read, cse);
                    return time.date(time.after(since, handbook.poolRequests().followUp()));
                }));
    }

    Optional<SalesforceId> about(Handle read, long number) {
        return store.engagement(read, number).map(Engagement::account);
    }

    NudgeView nudge(Handle read, Suggestion suggestion) {
        Account account = accounts.existing(read, suggestion.account());
        return new NudgeView(
                suggestion,
                account,
                Owners.first(accounts.team(read, account.id())),
                store.open(read, account.id()),
                eligibility(read, account, Reader.INSIDER),
                roster,
                handbook);
    }

    Offer offer(Handle read, Account account, Who viewer) {
        return new Offer(
                account,
                store.of(read, account.id()).stream().findFirst(),
                eligibility(read, account, reader(viewer)),
                Owners.first(accounts.team(read, account.id())),
                permissions.allows(FILE, viewer),
                permissions.allows(SUGGEST, viewer),
                roster,
                handbook);
    }

    private String suggest(String person, String gesture, Offer offer) {
        if (offer.owner().isEmpty()) {
            return "The account owner files it, and nobody on this account's team is one yet (" + Owners.words(handbook)
                    + ").";
        }
        SalesforceId account = offer.account().id();
        String told = offer.owner().get();
        String owner = Names.of(told, roster);
        String answer = acts.once(person, gesture, "button", act -> {
            return suggestions.suggest(act, account, Cause.TRIED, person, told) ? "told" : "known";
        });
        return "The account owner files it: " + owner
                + (answer.equals("told")
                        ? ". I have told " + owner + " that you suggest it."
                        : ". " + owner + " has heard of it today already.");
    }

    private void step(
            String by,
            String gesture,
            String via,
            long number,
            BiFunction<Engagement, Instant, Engagement.Step> decide) {
        acts.once(by, gesture, via, act -> {
            Engagement engagement = existing(act.handle(), number);
            requireAnswer(by, act.handle(), engagement);
            Engagement.Step step = decide.apply(engagement, act.now());
            if (!store.advance(act, step.next())) {
                throw new Refusal(engagement.label() + " was changed by somebody else just now. Look at it again.");
            }
            record(act, step);
            return step.event();
        });
    }

    private void record(Act act, Engagement.Step step) {
        notices.oweAll(act, step.owed());
        notices.touch(act, step.next().subject());
        suggestions.touch(act, step.next().account());
        history.add(act, step.next().account(), step.next().subject(), step.event(), step.detail());
    }

    /** The pool's channel; where there is none its people; where there are none the region's manager. Never nobody. */
    private List<String> queue(Account account) {
        if (roster.cseChannel().isPresent()) {
            return roster.cseChannel().stream().toList();
        }
        List<String> people =
                roster.with(Role.CSE).stream().map(Person::slackId).toList();
        return people.isEmpty() ? List.of(routing(account).manager()) : people;
    }

    private void refuseOutsider(Offer offer, Who who) {
        if (offer.mayFile() || offer.maySuggest()) {
            return;
        }
        if (who.standings().contains(Standing.STRANGER)) {
            permissions.require(FILE, who, roster, routing(offer.account()));
        }
        String owner = offer.owner().map(id -> ": " + Names.of(id, roster)).orElse("");
        throw new Refusal("The account owner files it" + owner + ".");
    }

    private void requireAnswer(String by, Handle read, Engagement engagement) {
        Account account = accounts.existing(read, engagement.account());
        permissions.require(ANSWER, who(read, by, account), roster, routing(account));
    }

    private void refuseIfOpen(Handle read, SalesforceId account) {
        store.open(read, account).ifPresent(open -> {
            throw new Refusal(open.label() + " is open for this account: " + open.standing(roster)
                    + ". One at a time; nothing more is needed.");
        });
    }

    private Eligibility eligibility(Handle read, Account account, Reader reader) {
        Optional<Opportunity> leading = Opportunity.leading(accounts.opportunities(read, account.id()));
        return Eligibility.of(account, leading, handbook, roster, reader);
    }

    private static Reader reader(Who who) {
        return who.standings().stream().anyMatch(INSIDERS::contains) ? Reader.INSIDER : Reader.OUTSIDER;
    }

    private Who who(Handle read, String person, Account account) {
        return accounts.who(read, person, account, roster, Optional.empty());
    }

    private Routing routing(Account account) {
        return Routing.of(roster, account.region(), account.segment());
    }

    private Account known(Handle read, SalesforceId id) {
        return accounts.account(read, id).orElseThrow(() -> new Refusal("This button belongs to no account I know."));
    }

    private Engagement existing(Handle read, long number) {
        return store.engagement(read, number).orElseThrow(() -> new Refusal("There is no request CSE-" + number + "."));
    }
}
