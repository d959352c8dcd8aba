package dev.baton.stage;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import com.slack.api.model.view.View;
import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The stages of a deal, as the whole sees them. It listens to facts about deals: by which form they came is all one. */
public final class StageFeature implements Feature, Accounts.Listener {
    private final Roster roster;
    private final Handbook handbook;
    private final StageDesk stages;
    private final ReversalDesk reversals;
    private final OnboardingDesk onboardings;
    private final UncoveredDesk uncovered;
    private final StageListener listener;
    private final StageScreens forms = new StageScreens();
    private final ReversalScreens answers = new ReversalScreens();
    private final OnboardingScreens customers = new OnboardingScreens();
    private final AlertScreens alerts = new AlertScreens();

    /** @param asked what is asked for a deal elsewhere; where somebody asks already, nobody is told to */
    public StageFeature(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Accounts accounts,
            HistoryStore history,
            Notices notices,
            Courier courier,
            Asked asked) {
        roster = people.roster();
        this.handbook = handbook;
        OnboardingStore store = new OnboardingStore();
        onboardings = new OnboardingDesk(handbook, roster, store, accounts, history, notices, asked);
        uncovered = new UncoveredDesk(handbook, roster, store, accounts, history, notices, asked);
        DealDesk deals = new DealDesk(store, accounts, onboardings);
        reversals = new ReversalDesk(
                acts, handbook, roster, permissions, new ReversalStore(), deals, accounts, history, notices);
        stages = new StageDesk(acts, handbook, people, permissions, store, deals, reversals, accounts, history);
        listener = new StageListener(stages, reversals, courier);
    }

    /** The account's card, as a person sees it: it is drawn anew once a deal of the account has moved. */
    public void over(BiFunction<String, SalesforceId, View> card) {
        listener.over(card);
    }

    /** What is asked for a deal and waits for the manager's answer. */
    @FunctionalInterface
    public interface Asked {
        Optional<String> waiting(Handle read, SalesforceId opportunity);
    }

    /** A CSM is asked for, or something became of it: an alert says so, and is none beside the request itself. */
    public void requested(Act act, SalesforceId account, SalesforceId deal) {
        onboardings.requested(act, account, deal);
        uncovered.requested(act, deal);
    }

    @Override
    public void opportunityChanged(Act act, Optional<Opportunity> before, Opportunity after) {
        reversals.dealChanged(act, after);
        onboardings.dealChanged(act, before, after);
        uncovered.dealChanged(act, after);
    }

    @Override
    public void accountChanged(Act act, Optional<Account> before, Account after) {
        reversals.accountChanged(act, after);
        onboardings.accountChanged(act, before, after);
        uncovered.accountChanged(act, before, after);
    }

    @Override
    public void teamChanged(Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
        onboardings.teamChanged(act, account, after);
    }

    /** Owners take their deals on, and the team's SA for them; back is the manager's word. */
    @Override
    public List<Permit> permits() {
        return rows();
    }

    static List<Permit> rows() {
        return List.of(
                Permit.of(
                        StageDesk.UPDATE,
                        "update the stage",
                        to(Standing.TEAM).as(Role.SAE, Role.AE, Role.SMB_ADVOCATE, Role.SA),
                        to(Standing.KEY_MANAGER),
                        to(Standing.BACKUP),
                        to(Standing.ADMIN)),
                Permit.of(
                        ReversalDesk.REVERT,
                        "take a deal back to an earlier stage",
                        to(Standing.KEY_MANAGER),
                        to(Standing.BACKUP),
                        to(Standing.ADMIN)));
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(Reversal.CARD, this::card).orElseTell(this::standIns),
                Kind.of(Reversal.RECEIPT, (due, read) -> Optional.of(answers.receipt(reversal(due, read)))),
                Kind.of(Reversal.ANSWER, (due, read) -> Optional.of(answers.answer(reversal(due, read)))),
                Kind.of(
                        Onboarding.WON,
                        (due, read) -> customer(due, read).map(view -> customers.member(view, due.recipient()))),
                Kind.of(Onboarding.LINE, (due, read) -> customer(due, read).map(customers::line)),
                Kind.of(Onboarding.UNSERVED, this::unserved).orElseTell(this::standIns),
                Kind.of(Uncovered.ALERT, this::uncovered).orElseTell(this::standIns));
    }

    @Override
    public List<String> open(Handle read) {
        return Stream.of(reversals.open(read), onboardings.open(read), uncovered.open(read))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<InHand> inHand(String person, Handle read) {
        return reversals.inHand(read, person);
    }

    @Override
    public List<String> holders(Handle read) {
        return reversals.holders(read);
    }

    @Override
    public boolean handOver(Act act, String subject, String from, String to) {
        return reversals.handOver(act, subject, from, to);
    }

    @Override
    public void rerouted(Act act) {
        reversals.rerouted(act);
        onboardings.rerouted(act);
        uncovered.rerouted(act);
    }

    @Override
    public List<Part> card(Account account, Who viewer, Handle read) {
        List<Part> parts = new ArrayList<>();
        if (stages.offered(read, account, viewer)) {
            parts.add(forms.way(account));
        }
        if (viewer.insider()) {
            reversals.pending(read, account.id()).stream()
                    .map(answers::onAccount)
                    .forEach(parts::add);
        }
        onboardings
                .primary(read, account)
                .map(primary -> customers.onAccount(
                        primary,
                        Names.of(primary.person(), roster),
                        handbook,
                        onboardings
                                .view(read, account.id())
                                .filter(view -> view.onboarding().standing())))
                .ifPresent(parts::add);
        return parts;
    }

    @Override
    public Optional<SalesforceId> about(String subject, Handle read) {
        if (subject.matches("reversal:[0-9]{1,18}")) {
            return reversals.about(read, Long.parseLong(subject.substring(subject.indexOf(':') + 1)));
        }
        return Onboarding.account(subject)
                .or(() -> Uncovered.opportunity(subject).flatMap(deal -> uncovered.about(read, deal)));
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        String detail = line.detail();
        return switch (line.event()) {
            case "stage.reason" -> Optional.of("said of the stage: " + detail);
            case "stage.back" -> Optional.of("took the deal back: " + detail);
            case "stage.back.asked" -> Optional.of("asked to take the deal back, " + detail);
            case "stage.back.approved" -> Optional.of("approved taking the deal back, " + detail);
            case "stage.back.refused" -> Optional.of("refused to take the deal back, " + detail);
            case "stage.back.lapsed" -> Optional.of("moved the deal before it was decided whether it goes back");
            case "stage.back.rerouted" -> Optional.of("gave the decision on going back to another: " + detail);
            case "stage.back.handed" -> Optional.of("handed on the wish to take the deal back: " + detail);
            case "stage.uncovered" ->
                Optional.of("came far without " + handbook.words().aCsm() + "; " + detail + " was told");
            case "onboarding.begun" -> Optional.of("won the customer: " + detail);
            case "onboarding.moved" -> Optional.of("corrected the customer's start: " + detail);
            case "onboarding.undone" -> Optional.of("took the sale back; the account is in pre-sales again");
            default -> Optional.empty();
        };
    }

    @Override
    public List<Help> help() {
        return List.of(new Help(
                "Update stage (on the account's card)",
                "Take a deal on; to take it back, the " + handbook.words().csmManager() + " is asked."));
    }

    /** A question that was never shown is not shown any more once it is settled. */
    private Optional<Message> card(Due due, Handle read) {
        ReversalView view = reversal(due, read);
        return due.posted() || view.reversal().pending() ? Optional.of(answers.card(view, due)) : Optional.empty();
    }

    private Optional<Message> unserved(Due due, Handle read) {
        return alert(customer(due, read).map(OnboardingView::alert), due);
    }

    private Optional<Message> uncovered(Due due, Handle read) {
        return alert(Uncovered.opportunity(due.subject()).flatMap(deal -> uncovered.view(read, deal)), due);
    }

    private Optional<Message> alert(Optional<AlertView> view, Due due) {
        return view.filter(each -> due.posted() || each.due()).map(each -> alerts.alert(each, due));
    }

    private ReversalView reversal(Due due, Handle read) {
        return reversals.view(read, Long.parseLong(due.subjectId()));
    }

    private Optional<OnboardingView> customer(Due due, Handle read) {
        return Onboarding.account(due.subject()).flatMap(account -> onboardings.view(read, account));
    }

    private List<String> standIns(Due due, Handle read) {
        Optional<Routing> routing = about(due.subject(), read).flatMap(account -> onboardings.routing(read, account));
        return Stream.of(
                        routing.stream().map(Routing::manager),
                        routing.flatMap(Routing::backup).stream(),
                        roster.defaultManager().stream(),
                        roster.with(Role.ADMIN).stream().map(Person::slackId))
                .flatMap(people -> people)
                .toList();
    }
}
