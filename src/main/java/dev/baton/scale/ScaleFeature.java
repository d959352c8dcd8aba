package dev.baton.scale;

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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The Scale CSE pool, as the whole sees it. */
public final class ScaleFeature implements Feature, Accounts.Listener {
    /** Right below the answer to who the CSM is. */
    private static final int RANK = 6;

    private final Handbook handbook;
    private final Roster roster;
    private final ScaleDesk desk;
    private final SuggestionDesk suggestions;
    private final SuccessionDesk successions;
    private final ScaleScreens screens = new ScaleScreens();
    private final ScaleListener listener;

    public ScaleFeature(
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
        suggestions = new SuggestionDesk(people, new SuggestionStore(), accounts, history, notices);
        ScaleStore store = new ScaleStore();
        desk = new ScaleDesk(acts, handbook, people, permissions, store, suggestions, accounts, history, notices);
        successions = new SuccessionDesk(store, history, notices);
        listener = new ScaleListener(desk, new FormScreens(handbook), handbook.poolRequests(), courier);
    }

    /**
     * A request for a CSM was redirected to the pool: the account's owner is told, with the button to ask.
     *
     * @param by the manager who redirected it
     */
    public void suggest(Act act, Account account, String by) {
        suggestions.redirected(act, account.id(), by);
    }

    @Override
    public void accountChanged(Act act, Optional<Account> before, Account after) {
        desk.factsChanged(act, after.id());
    }

    @Override
    public void opportunityChanged(Act act, Optional<Opportunity> before, Opportunity after) {
        desk.factsChanged(act, after.account());
    }

    @Override
    public void teamChanged(Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
        desk.factsChanged(act, account);
    }

    /** The owner alone asks; others may suggest it to the owner. */
    @Override
    public List<Permit> permits() {
        return permits(handbook);
    }

    static List<Permit> permits(Handbook handbook) {
        String pool = handbook.words().thePool();
        Role[] more = Owners.ROLES.subList(1, Owners.ROLES.size()).toArray(Role[]::new);
        return List.of(
                Permit.of(ScaleDesk.FILE, "ask " + pool, to(Standing.TEAM).as(Owners.ROLES.get(0), more)),
                Permit.of(
                        ScaleDesk.SUGGEST,
                        "suggest asking " + pool,
                        to(Standing.TEAM),
                        to(Standing.MEMBER).as(Role.SA, Role.PSE, Role.CSM_MANAGER)),
                Permit.of(
                        ScaleDesk.ANSWER,
                        "answer for " + pool,
                        to(Standing.MEMBER).as(Role.CSE),
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
                Kind.of(Engagement.QUEUE, this::queue).orElseTell(this::standIns),
                steady(Engagement.RECEIPT, ScaleScreens::receipt).personally(),
                steady(Engagement.BRIEF, ScaleScreens::brief).personally(),
                steady(Engagement.ACCEPTED, ScaleScreens::accepted),
                steady(Engagement.DECLINED, ScaleScreens::declined),
                steady(Engagement.DONE, ScaleScreens::done),
                Kind.of(Waiting.WAITING, this::waiting).reminder(Rule.POOL_NUDGE),
                Kind.of(Suggestion.NUDGE, this::nudge));
    }

    @Override
    public List<String> open(Handle read) {
        return desk.open(read);
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
    public List<Part> card(Account account, Who viewer, Handle read) {
        Offer offer = desk.offer(read, account, viewer);
        return offer.silent() ? List.of() : List.of(Part.whole(RANK, screens.offer(offer)));
    }

    @Override
    public Optional<SalesforceId> about(String subject, Handle read) {
        String id = subject.substring(subject.indexOf(':') + 1);
        if (subject.startsWith("suggestion:")) {
            return suggestions.suggestion(read, id).map(Suggestion::account);
        }
        return subject.matches("engagement:[0-9]{1,18}") ? desk.about(read, Long.parseLong(id)) : Optional.empty();
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        return switch (line.event()) {
            case "scale.submitted" ->
                Optional.of("asked " + handbook.words().thePool() + " for help: " + line.detail());
            case "scale.accepted" -> Optional.of("accepted " + line.detail());
            case "scale.declined" -> Optional.of("declined " + line.detail());
            case "scale.handed" -> Optional.of("handed on " + line.detail());
            case "scale.done" -> Optional.of("finished " + line.detail());
            case "scale.suggested" ->
                Optional.of("suggested asking " + handbook.words().thePool() + " " + line.detail());
            default -> Optional.empty();
        };
    }

    @Override
    public List<Help> help() {
        return List.of(new Help(
                "Ask " + handbook.words().one(Role.CSE) + " (on the account's card)",
                "The account's owner asks the pool for help with onboarding, adoption, licences or a risk."));
    }

    private Kind steady(String name, BiFunction<ScaleScreens, EngagementView, Message> draw) {
        return Kind.of(name, (due, read) -> Optional.of(draw.apply(screens, view(due, read))));
    }

    /** A card that was never shown is not shown any more once the matter is settled. */
    private Optional<Message> queue(Due due, Handle read) {
        EngagementView view = view(due, read);
        return due.posted() || view.engagement().state().open()
                ? Optional.of(screens.queue(view, due))
                : Optional.empty();
    }

    private Optional<Message> waiting(Due due, Handle read) {
        EngagementView view = view(due, read);
        return due.posted() || view.engagement().state() == EngagementState.SUBMITTED
                ? Optional.of(screens.waiting(view))
                : Optional.empty();
    }

    private Optional<Message> nudge(Due due, Handle read) {
        return suggestions
                .suggestion(read, due.subjectId())
                .map(suggestion -> desk.nudge(read, suggestion))
                .filter(view -> due.posted() || view.since().isEmpty())
                .map(screens::nudge);
    }

    private List<String> standIns(Due due, Handle read) {
        Account account = view(due, read).account();
        Routing routing = Routing.of(roster, account.region(), account.segment());
        return Stream.of(
                        roster.with(Role.CSE).stream().filter(Person::reachable).map(Person::slackId),
                        Stream.of(routing.manager()),
                        roster.with(Role.ADMIN).stream().map(Person::slackId))
                .flatMap(people -> people)
                .toList();
    }

    private EngagementView view(Due due, Handle read) {
        return desk.view(read, Long.parseLong(due.subjectId()));
    }
}
