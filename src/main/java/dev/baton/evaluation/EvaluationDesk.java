package dev.baton.evaluation;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Composition;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Stage;
import dev.baton.notice.Notices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Marks evaluations complete, and follows what is left to do until all is done. */
final class EvaluationDesk {
    static final String COMPLETE = "evaluation.complete";
    static final String TICK = "evaluation.tick";

    private final Acts acts;
    private final Handbook handbook;
    private final People people;
    private final Roster roster;
    private final Permissions permissions;
    private final EvaluationStore store;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;
    private final Overdue overdue;

    EvaluationDesk(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            EvaluationStore store,
            Accounts accounts,
            HistoryStore history,
            Notices notices) {
        this.acts = acts;
        this.handbook = handbook;
        this.people = people;
        roster = people.roster();
        this.permissions = permissions;
        this.store = store;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
        overdue = new Overdue(handbook.timings().evaluationOverdue());
    }

    /**
     * The technical evaluation of an opportunity at stage 3 is complete. Seller and SA are told what is theirs to do.
     *
     * @throws Refusal when it is marked already, or the opportunity stands elsewhere; nothing is changed then
     */
    EvaluationView complete(String by, String gesture, SalesforceId id) {
        String marked = acts.once(by, gesture, "button", act -> {
            Opportunity opportunity = accounts.opportunity(act.handle(), id)
                    .orElseThrow(() -> new Refusal("This button belongs to no opportunity I know."));
            Account account = accounts.existing(act.handle(), opportunity.account());
            require(COMPLETE, by, act.handle(), account);
            refuseIfOpen(act.handle(), opportunity);
            if (opportunity.stage() != Stage.TECHNICAL_EVALUATION) {
                throw new Refusal(
                        "This opportunity stands at " + opportunity.stage().label() + ", not at "
                                + Stage.TECHNICAL_EVALUATION.label() + ". Nothing was changed.");
            }
            Optional<String> seller = Composition.seller(accounts.team(act.handle(), account.id()));
            Optional<Evaluation> evaluation = store.insert(act, account.id(), id, by, seller);
            if (evaluation.isEmpty()) {
                refuseIfOpen(act.handle(), opportunity);
                throw new Refusal("Somebody else marked it just now. Look at the account's card again.");
            }
            record(act, evaluation.get().announced(overdue));
            return String.valueOf(evaluation.get().id());
        });
        return acts.read(read -> view(read, Long.parseLong(marked)));
    }

    /** Sees to one of the three things, or takes that back. */
    void toggle(String by, String gesture, long id, Check check) {
        acts.once(by, gesture, "button", act -> {
            Evaluation evaluation = store.evaluation(act.handle(), id)
                    .orElseThrow(() -> new Refusal("This button belongs to nothing I know."));
            require(TICK, by, act.handle(), accounts.existing(act.handle(), evaluation.account()));
            advance(act, evaluation.toggle(check, overdue));
            return check.name();
        });
    }

    /** Stage, close date or amounts changed. */
    void opportunityChanged(Act act, Opportunity after) {
        store.open(act.handle(), after.account()).stream()
                .filter(evaluation -> evaluation.opportunity().equals(after.id()))
                .forEach(evaluation -> evaluation
                        .follow(after.stage(), act.now())
                        .ifPresentOrElse(step -> advance(act, step), () -> notices.touch(act, evaluation.subject())));
    }

    /** Whoever is the account's SA or seller now gets what the one before has not done. */
    void teamChanged(Act act, SalesforceId account, Role role) {
        Map<Role, String> team = accounts.team(act.handle(), account);
        boolean sas = role.held() == Role.SA;
        for (Evaluation evaluation : store.open(act.handle(), account)) {
            Optional<String> sa = sas ? Composition.sa(team) : Optional.of(evaluation.sa());
            evaluation.handTo(sa, Composition.seller(team), overdue, act.now()).ifPresent(step -> advance(act, step));
        }
    }

    /** What the account's team does not bring along: its evaluations move with the places of SA and seller by themselves. */
    List<InHand> inHand(Handle read, String person) {
        return store.open(read).stream()
                .filter(evaluation -> evaluation.asks(person))
                .filter(evaluation -> !accounts.team(read, evaluation.account()).containsValue(person))
                .map(evaluation -> new InHand(
                        evaluation.subject(),
                        evaluation.account(),
                        "after the technical evaluation",
                        evaluation.sa().equals(person) ? List.of(Role.SA) : Composition.SELLERS))
                .toList();
    }

    List<String> holders(Handle read) {
        return store.open(read).stream()
                .flatMap(evaluation -> Stream.concat(Stream.of(evaluation.sa()), evaluation.seller().stream()))
                .distinct()
                .toList();
    }

    boolean handOver(Act act, String subject, String from, String to) {
        Optional<Evaluation.Step> step = store.open(act.handle()).stream()
                .filter(evaluation -> evaluation.subject().equals(subject) && evaluation.asks(from))
                .findFirst()
                .flatMap(evaluation -> evaluation.handTo(
                        Optional.of(evaluation.sa().equals(from) ? to : evaluation.sa()),
                        evaluation.seller().map(seller -> seller.equals(from) ? to : seller),
                        overdue,
                        act.now()));
        step.ifPresent(each -> advance(act, each));
        return step.isPresent();
    }

    /** A fact changed that stands in what was posted: the name. */
    void accountChanged(Act act, SalesforceId account) {
        store.open(act.handle(), account).forEach(evaluation -> notices.touch(act, evaluation.subject()));
    }

    Departure departure(Handle read, Account account, Who viewer) {
        List<Evaluation> open = store.open(read, account.id());
        List<SalesforceId> marked = open.stream().map(Evaluation::opportunity).toList();
        List<Opportunity> completable = accounts.opportunities(read, account.id()).stream()
                .filter(each -> each.stage() == Stage.TECHNICAL_EVALUATION && !marked.contains(each.id()))
                .filter(each -> permissions.allows(COMPLETE, viewer))
                .toList();
        return new Departure(
                completable,
                open.stream()
                        .filter(each -> viewer.insider())
                        .map(each -> view(read, each))
                        .toList());
    }

    EvaluationView view(Handle read, long id) {
        return view(
                read, store.evaluation(read, id).orElseThrow(() -> new IllegalStateException("no evaluation " + id)));
    }

    Optional<SalesforceId> about(Handle read, long id) {
        return store.evaluation(read, id).map(Evaluation::account);
    }

    List<String> open(Handle read) {
        return store.open(read).stream().map(Evaluation::subject).toList();
    }

    private void advance(Act act, Evaluation.Step step) {
        store.advance(act, step.next());
        record(act, step);
    }

    private void record(Act act, Evaluation.Step step) {
        step.settled().forEach(key -> notices.withdraw(act, key));
        notices.oweAll(act, step.owed());
        notices.touch(act, step.next().subject());
        history.add(act, step.next().account(), step.next().subject(), step.event(), step.detail());
    }

    private void refuseIfOpen(Handle read, Opportunity opportunity) {
        store.open(read, opportunity.account()).stream()
                .filter(each -> each.opportunity().equals(opportunity.id()))
                .findFirst()
                .ifPresent(known -> {
                    throw new Refusal("This evaluation is marked complete already; " + Names.of(known.sa(), roster)
                            + " sees to what is left. Nothing was changed.");
                });
    }

    private EvaluationView view(Handle read, Evaluation evaluation) {
        return new EvaluationView(
                evaluation,
                accounts.existing(read, evaluation.account()),
                accounts.opportunity(read, evaluation.opportunity()).orElseThrow(),
                evaluation.seller().map(person -> overdue.day(evaluation, people.time(read, person))),
                overdue.day(evaluation, people.time(read, evaluation.sa())),
                roster,
                handbook);
    }

    private void require(String action, String person, Handle read, Account account) {
        Who who = accounts.who(read, person, account, roster, Optional.empty());
        permissions.require(action, who, roster, Routing.of(roster, account.region(), account.segment()));
    }
}
