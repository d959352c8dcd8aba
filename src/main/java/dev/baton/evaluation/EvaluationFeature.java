package dev.baton.evaluation;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
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
import dev.baton.handbook.Rule;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Leaving stage 3, as the whole sees it. */
public final class EvaluationFeature implements Feature, Accounts.Listener {
    private final Handbook handbook;
    private final Roster roster;
    private final EvaluationDesk desk;
    private final EvaluationScreens screens = new EvaluationScreens();
    private final EvaluationListener listener;

    public EvaluationFeature(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Accounts accounts,
            HistoryStore history,
            Notices notices,
            Courier courier) {
        this.handbook = handbook;
        roster = people.roster();
        desk = new EvaluationDesk(
                acts, handbook, people, permissions, new EvaluationStore(), accounts, history, notices);
        listener = new EvaluationListener(desk, screens, courier);
    }

    @Override
    public void accountChanged(Act act, Optional<Account> before, Account after) {
        desk.accountChanged(act, after.id());
    }

    @Override
    public void opportunityChanged(Act act, Optional<Opportunity> before, Opportunity after) {
        desk.opportunityChanged(act, after);
    }

    @Override
    public void teamChanged(Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
        desk.teamChanged(act, account, role);
    }

    /** The evaluation is the SA's, whether of the team or serving the account. */
    @Override
    public List<Permit> permits() {
        return rows();
    }

    static List<Permit> rows() {
        return List.of(
                Permit.of(
                        EvaluationDesk.COMPLETE,
                        "mark a technical evaluation complete",
                        to(Standing.TEAM).as(Role.SA)),
                Permit.of(
                        EvaluationDesk.TICK,
                        "tick what is seen to after a technical evaluation",
                        to(Standing.TEAM).as(Role.SA)));
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Kind> kinds() {
        BiPredicate<Evaluation, String> moves = (evaluation, reader) ->
                evaluation.moveOpen() && evaluation.seller().equals(Optional.of(reader));
        BiPredicate<Evaluation, String> sees = (evaluation, reader) ->
                evaluation.checksOpen() && evaluation.sa().equals(reader);
        return List.of(
                kind(Evaluation.MOVE, moves, screens::move),
                overdue(Evaluation.MOVE_OVERDUE, moves, screens::moveOverdue),
                kind(Evaluation.CHECKS, sees, screens::checks),
                overdue(Evaluation.CHECKS_OVERDUE, sees, screens::checksOverdue));
    }

    @Override
    public List<String> open(Handle read) {
        return desk.open(read);
    }

    @Override
    public List<Part> card(Account account, Who viewer, Handle read) {
        return screens.onAccount(desk.departure(read, account, viewer)).stream().toList();
    }

    @Override
    public List<InHand> inHand(String person, Handle read) {
        return desk.inHand(read, person);
    }

    @Override
    public List<String> holders(Handle read) {
        return desk.holders(read);
    }

    @Override
    public boolean handOver(Act act, String subject, String from, String to) {
        return desk.handOver(act, subject, from, to);
    }

    @Override
    public Optional<SalesforceId> about(String subject, Handle read) {
        return subject.matches("evaluation:[0-9]{1,18}")
                ? desk.about(read, Long.parseLong(subject.substring(subject.indexOf(':') + 1)))
                : Optional.empty();
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        return switch (line.event()) {
            case "evaluation.completed" -> Optional.of("marked the technical evaluation complete");
            case "evaluation.ticked" -> Optional.of("ticked: " + check(line.detail()));
            case "evaluation.unticked" -> Optional.of("took the tick back: " + check(line.detail()));
            case "evaluation.moved" ->
                Optional.of("moved the stage on after the technical evaluation: " + line.detail());
            case "evaluation.ended" ->
                Optional.of("ended what was left to do after the technical evaluation: " + line.detail());
            case "evaluation.handed" ->
                Optional.of("handed on what is left to do after the technical evaluation, to " + line.detail());
            default -> Optional.empty();
        };
    }

    @Override
    public List<Help> help() {
        return List.of(new Help(
                "Evaluation complete (on the account's card, at stage 3)",
                "The " + handbook.label(Role.SA)
                        + " says so; the seller is asked to move the stage on. See `/baton help evaluation`."));
    }

    /** It carries the same buttons as the task, so it never becomes a line among others. */
    private Kind overdue(
            String name, BiPredicate<Evaluation, String> open, BiFunction<EvaluationView, Due, Message> draw) {
        return kind(name, open, draw).reminder(Rule.EVALUATION_OVERDUE).alone();
    }

    /** A task that is settled before it was told is not told; one that was told shows how it was settled. */
    private Kind kind(
            String name, BiPredicate<Evaluation, String> open, BiFunction<EvaluationView, Due, Message> draw) {
        return Kind.of(name, (due, read) -> {
                    EvaluationView view = view(due, read);
                    return due.posted() || open.test(view.evaluation(), EvaluationScreens.reader(due))
                            ? Optional.of(draw.apply(view, due))
                            : Optional.empty();
                })
                .orElseTell(this::standIns);
    }

    private List<String> standIns(Due due, Handle read) {
        Account account = view(due, read).account();
        return Stream.concat(
                        Stream.of(Routing.of(roster, account.region(), account.segment())
                                .manager()),
                        roster.with(Role.ADMIN).stream().map(Person::slackId))
                .toList();
    }

    private EvaluationView view(Due due, Handle read) {
        return desk.view(read, Long.parseLong(due.subjectId()));
    }

    private String check(String name) {
        return Arrays.stream(Check.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> handbook.label(each.field()))
                .orElse(name);
    }
}
