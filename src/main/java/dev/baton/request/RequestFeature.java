package dev.baton.request;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Permit.Condition;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.slack.Command;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Asking for a CSM, as the whole sees it. */
public final class RequestFeature implements Feature {
    private final Roster roster;
    private final RequestDesk desk;
    private final RequestScreens screens = new RequestScreens();
    private final RequestListener listener;

    public RequestFeature(
            Acts acts,
            Handbook handbook,
            Roster roster,
            Permissions permissions,
            Accounts accounts,
            AccountStore loads,
            HistoryStore history,
            Notices notices,
            Courier courier) {
        this.roster = roster;
        desk = new RequestDesk(
                acts, handbook, roster, permissions, new RequestStore(), accounts, loads, history, notices);
        listener = new RequestListener(
                desk, new FormScreens(handbook, roster), new AssignScreens(), new Gate(handbook), roster, courier);
    }

    /** Who may ask (handbook 001:60, 004:144) and who may answer (001:25). */
    @Override
    public List<Permit> permits() {
        return List.of(
                Permit.of(
                        RequestDesk.SUBMIT,
                        "ask for a CSM",
                        to(Standing.MEMBER).as(Role.SA),
                        to(Standing.MEMBER)
                                .as(Role.SAE, Role.AE, Role.SMB_ADVOCATE)
                                .when(Condition.NO_SA_OR_POST_SALES),
                        to(Standing.KEY_MANAGER),
                        to(Standing.BACKUP)),
                Permit.of(
                        RequestDesk.ASSIGN,
                        "assign a CSM",
                        to(Standing.KEY_MANAGER),
                        to(Standing.BACKUP),
                        to(Standing.ADMIN)));
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("request-csm", listener::open));
    }

    /** Where there is no CSM and nobody has asked yet, those who may ask find the button on the account's card. */
    @Override
    public List<Part> card(Account account, Who viewer, Handle read) {
        return desk.askable(read, account, viewer)
                ? List.of(Part.whole(5, List.of(screens.ask(account.id()))))
                : List.of();
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        return switch (line.event()) {
            case "request.submitted" -> Optional.of("asked for a CSM: " + line.detail());
            case "request.assigned" -> Optional.of("assigned " + line.detail());
            default -> Optional.empty();
        };
    }

    @Override
    public List<Help> help() {
        return List.of(new Help("/request-csm [account]", "Ask for a CSM."));
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(CsmRequest.CARD, this::card).orElseTell(this::backup),
                Kind.of(CsmRequest.RECEIPT, (due, read) -> Optional.of(screens.receipt(view(due, read)))),
                Kind.of(CsmRequest.LINE, (due, read) -> Optional.of(screens.line(view(due, read)))),
                Kind.of(
                        CsmRequest.ASSIGNED,
                        (due, read) -> Optional.of(screens.assigned(view(due, read), due.recipient()))),
                Kind.of(CsmRequest.ASSIGNED_LINE, (due, read) -> Optional.of(screens.assignedLine(view(due, read)))));
    }

    /** A card that was never shown is not shown any more once the matter is settled. */
    private Optional<Message> card(Due due, Handle read) {
        RequestView view = view(due, read);
        return due.posted() || view.request().state().open() ? Optional.of(screens.card(view, due)) : Optional.empty();
    }

    private List<String> backup(Due due, Handle read) {
        RequestView view = view(due, read);
        Routing routing =
                Routing.of(roster, view.account().region(), view.account().segment());
        return Stream.of(routing.backup().stream(), roster.defaultManager().stream(), admins())
                .flatMap(people -> people)
                .toList();
    }

    private Stream<String> admins() {
        return roster.with(Role.ADMIN).stream().map(person -> person.slackId());
    }

    private RequestView view(Due due, Handle read) {
        return desk.view(read, Long.parseLong(due.subjectId()));
    }
}
