package dev.baton.request;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Permit.Condition;
import dev.baton.account.Permit.Grant;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Kind;
import dev.baton.notice.Notices;
import dev.baton.slack.Command;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.Part;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Asking for a CSM, as the whole sees it. */
public final class RequestFeature implements Feature {
    private static final int REQUESTS_ON_ACCOUNT = 3;
    private static final Grant[] MANAGERS = {
        to(Standing.KEY_MANAGER), to(Standing.BACKUP), to(Standing.ADMIN),
    };

    private final Handbook handbook;
    private final FilingDesk filing;
    private final RequestDesk desk;
    private final AnswerDesk answering;
    private final RoutingDesk routing;
    private final SuccessionDesk successions;
    private final RequestListener asked;
    private final AnswerListener answered;
    private final DigestDesk digests;
    private final RequestNotices notices;
    private final CardScreens screens = new CardScreens();

    public RequestFeature(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Accounts accounts,
            AccountStore accountStore,
            HistoryStore history,
            Notices notices,
            Courier courier) {
        this.handbook = handbook;
        Roster roster = people.roster();
        RequestStore requests = new RequestStore();
        RemarkStore remarks = new RemarkStore();
        filing = new FilingDesk(handbook, roster, permissions, requests, remarks, accounts, history, notices);
        FactsDesk facts = new FactsDesk(handbook, roster, permissions, requests, accounts);
        desk = new RequestDesk(acts, handbook, people, permissions, requests, remarks, accounts, filing, facts);
        CorrectionDesk corrections = new CorrectionDesk(acts, handbook, roster, remarks, filing, facts);
        answering = new AnswerDesk(acts, handbook, people, accounts, accountStore, filing);
        routing = new RoutingDesk(acts, handbook, roster, requests, accounts, accountStore, filing);
        successions = new SuccessionDesk(handbook, roster, requests, remarks, filing);
        asked = new RequestListener(desk, corrections, handbook, roster, courier);
        answered = new AnswerListener(answering, courier);
        digests = new DigestDesk(acts, handbook, people, requests, accounts, filing, notices);
        this.notices = new RequestNotices(filing, digests, roster);
    }

    /** An account has a CSM now, or another one; the SA is the team's or the servicing one, else whoever asked as one. */
    @FunctionalInterface
    public interface OnAssigned {
        void assigned(Act act, Account account, String csm, Optional<String> sa);
    }

    /** An account is served by the pool now. */
    @FunctionalInterface
    public interface OnRedirected {
        void redirected(Act act, Account account, String by);
    }

    /** Somebody has asked for a CSM for a deal, or something has become of it. */
    @FunctionalInterface
    public interface OnStep {
        void stepped(Act act, SalesforceId account, SalesforceId opportunity);
    }

    public void onStep(OnStep reaction) {
        filing.onStep(reaction);
    }

    /** What is asked for this deal and waits for an answer: {@code REQ-1}. */
    public Optional<String> waiting(Handle read, SalesforceId opportunity) {
        return filing.waiting(read, opportunity);
    }

    /** The account went to another CSM otherwise than by a request. */
    public void followed(Act act, Account account, String csm) {
        successions.followed(act, account, csm);
    }

    /** Called in the transaction in which a new people file is applied. */
    public void onRoster(Consumer<Act> reaction) {
        routing.onRoster(reaction);
    }

    public void onAssigned(OnAssigned reaction) {
        answering.onAssigned(reaction);
    }

    public void onRedirected(OnRedirected reaction) {
        answering.onRedirected(reaction);
    }

    /** Reacts to changed facts: open requests are qualified and routed anew. */
    public Accounts.Listener reaction() {
        return routing;
    }

    /** Applies the people file when its content is new, and owes each manager the next digest. */
    public void start() {
        routing.applyRoster();
        digests.oweAll();
    }

    @Override
    public void register(App app) {
        asked.register(app);
        answered.register(app);
    }

    /** Who may ask (handbook 001:60, 004:144), correct, and answer (001:25). */
    @Override
    public List<Permit> permits() {
        return List.of(
                Permit.of(
                        RequestDesk.SUBMIT,
                        "ask for " + handbook.words().aCsm(),
                        to(Standing.MEMBER).as(Role.SA),
                        to(Standing.MEMBER)
                                .as(Role.SAE, Role.AE, Role.SMB_ADVOCATE)
                                .when(Condition.NO_SA_OR_POST_SALES),
                        to(Standing.KEY_MANAGER),
                        to(Standing.BACKUP)),
                Permit.of(CorrectionDesk.EDIT, "change this request", to(Standing.REQUESTER)),
                Permit.of(CorrectionDesk.WITHDRAW, "withdraw this request", to(Standing.REQUESTER)),
                Permit.of(CorrectionDesk.ANSWER, "answer for the requester", to(Standing.REQUESTER)),
                Permit.of(AnswerDesk.ASSIGN, "assign " + handbook.words().aCsm(), MANAGERS),
                Permit.of(AnswerDesk.REASSIGN, "reassign a request", MANAGERS),
                Permit.of(AnswerDesk.ASK, "ask the requester", MANAGERS),
                Permit.of(AnswerDesk.DECLINE, "decline a request", MANAGERS),
                Permit.of(AnswerDesk.REDIRECT, "redirect a request", MANAGERS),
                Permit.of(AnswerDesk.OVERRIDE, "override the qualification", MANAGERS));
    }

    @Override
    public List<String> open(Handle read) {
        return filing.open(read);
    }

    @Override
    public List<InHand> inHand(String person, Handle read) {
        return successions.inHand(read, person);
    }

    @Override
    public List<String> holders(Handle read) {
        return successions.holders(read);
    }

    @Override
    public boolean handOver(Act act, String subject, String from, String to) {
        return successions.handOver(act, subject, from, to);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("request-csm", asked::open));
    }

    /** What its lines of history say; anything else it notes speaks for itself. */
    @Override
    public Optional<String> told(HistoryStore.Line line) {
        return switch (line.event()) {
            case "request.submitted" ->
                Optional.of("asked for " + handbook.words().aCsm() + ": " + line.detail());
            case "request.asked" -> Optional.of("asked back about " + line.detail());
            case "request.answered" -> Optional.of("answered the question on " + line.detail());
            case "request.edited" -> Optional.of("changed " + line.detail());
            case "request.overridden" -> Optional.of("overrode the qualification of " + line.detail());
            case "request.assigned" -> Optional.of("assigned " + line.detail());
            case "request.reassigned" -> Optional.of("reassigned " + line.detail());
            case "request.declined" -> Optional.of("declined " + line.detail());
            case "request.redirected" ->
                Optional.of(
                        "sent " + line.detail() + " on to " + handbook.words().thePool());
            case "request.handed" -> Optional.of("handed on " + line.detail());
            case "request.withdrawn" -> Optional.of("withdrew " + line.detail());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<SalesforceId> about(String subject, Handle read) {
        return filing.about(read, subject);
    }

    @Override
    public List<Kind> kinds() {
        return notices.kinds();
    }

    @Override
    public List<Part> card(Account account, Who viewer, Handle read) {
        Stream<Part> button =
                desk.askable(read, account, viewer) ? Stream.of(screens.ask(account, handbook)) : Stream.empty();
        Stream<Part> known =
                filing.onAccount(read, account, REQUESTS_ON_ACCOUNT).stream().map(screens::onAccount);
        return Stream.concat(button, known).toList();
    }

    @Override
    public List<Help> help() {
        return Stream.of(new Help(
                        "/request-csm [account]",
                        "Ask for " + handbook.words().aCsm() + ". What is known of the account is filled in."))
                .toList();
    }
}
