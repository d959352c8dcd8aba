package dev.baton;

import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Opportunity;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.PersonStore;
import dev.baton.account.PreferenceStore;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.card.CardFeature;
import dev.baton.coming.ComingFeature;
import dev.baton.dedicated.DedicatedFeature;
import dev.baton.evaluation.EvaluationFeature;
import dev.baton.handbook.Handbook;
import dev.baton.help.HelpFeature;
import dev.baton.leaver.LeaverFeature;
import dev.baton.meeting.MeetingFeature;
import dev.baton.notice.FailureStore;
import dev.baton.notice.Kind;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.notice.Preview;
import dev.baton.operations.OperationsFeature;
import dev.baton.operations.OperationsFeature.Vitals;
import dev.baton.people.PeopleFeature;
import dev.baton.request.RequestFeature;
import dev.baton.scale.ScaleFeature;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.Profiles;
import dev.baton.stage.StageFeature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The processes, and what they share. Each feature is made once, here, and given what it needs; a new one is a line among
 * them, and one in {@link Reactions} where it reacts.
 */
final class House {
    private final NoticeStore noticeStore;
    private final People people;
    private final Notices notices;
    private final Accounts accounts;
    private final RequestFeature requests;
    private final OperationsFeature operations;
    private final PeopleFeature settings;
    private final ComingFeature coming;
    private final LeaverFeature leavers;
    private final List<Feature> features = new ArrayList<>();

    House(
            Acts acts,
            Handbook handbook,
            Roster roster,
            NoticeStore noticeStore,
            FailureStore failures,
            Courier courier,
            Vitals vitals) {
        this.noticeStore = noticeStore;
        PersonStore persons = new PersonStore();
        PreferenceStore preferences = new PreferenceStore();
        people = new People(roster, persons, preferences, handbook.timings());
        notices = new Notices(noticeStore, people);
        AccountStore accountStore = new AccountStore();
        HistoryStore history = new HistoryStore();
        accounts = new Accounts(accountStore, history, (read, person) -> people.standsInFor(read, person, acts.now()));
        Permissions permissions = new Permissions(handbook);

        requests = new RequestFeature(
                acts, handbook, people, permissions, accounts, accountStore, history, notices, courier);
        MeetingFeature meetings = new MeetingFeature(handbook, roster, accounts, history, notices);
        DedicatedFeature dedicated =
                new DedicatedFeature(acts, handbook, people, permissions, accounts, history, notices);
        ScaleFeature scale = new ScaleFeature(acts, handbook, people, permissions, accounts, history, notices, courier);
        EvaluationFeature evaluation =
                new EvaluationFeature(acts, handbook, people, permissions, accounts, history, notices, courier);
        StageFeature stages = new StageFeature(
                acts, handbook, people, permissions, accounts, history, notices, courier, requests::waiting);
        operations = new OperationsFeature(
                acts, people, permissions, accounts, history, notices, failures, courier, vitals, this::features);
        coming = new ComingFeature(acts, handbook, people, permissions, notices, courier, this::worded);
        settings = new PeopleFeature(acts, people, persons, preferences, permissions, notices, courier, this::preview);
        leavers = new LeaverFeature(
                acts, handbook, people, permissions, accounts, accountStore, history, notices, courier, this::features);
        // What a leaver leaves behind is listed in this order, places on teams first: much else goes along with them.
        features.addAll(List.of(
                leavers, requests, meetings, dedicated, scale, evaluation, stages, coming, operations, settings));
        CardFeature card = new CardFeature(
                acts, handbook, people, permissions, accounts, accountStore, history, courier, List.copyOf(features));
        features.add(card);
        stages.over(card::card);
        features.add(new HelpFeature(acts, handbook, roster, permissions, notices, features));
        Reactions.among(accounts, requests, meetings, dedicated, scale, evaluation, stages, leavers);
        settings.onProfile(leavers::review);
        requests.onRoster(act -> features().forEach(feature -> feature.rerouted(act)));
        features.forEach(feature -> permissions.add(feature.permits()));
    }

    /** Applies a new people file, owes what is owed from the start, and asks in the background what Slack says of people. */
    void start(Instant now, Profiles profiles) {
        people.prepare(now);
        requests.start();
        leavers.start();
        settings.start(profiles);
    }

    /** Makes accounts known as a file states them, also where something else was known before. */
    int open(Act act, AccountsYaml.Opening opening) {
        opening.salesforce().ifPresent(host -> accounts.learnSalesforceHost(act, host));
        opening.accounts().forEach(each -> {
            SalesforceId id = each.account().id();
            long version = accounts.account(act.handle(), id)
                    .map(known -> known.version())
                    .orElse(0L);
            accounts.save(act, each.account().at(version));
            long deal = accounts.opportunity(act.handle(), each.opportunity().id())
                    .map(Opportunity::version)
                    .orElse(0L);
            accounts.save(act, each.opportunity().at(deal));
            each.team().forEach((role, person) -> accounts.staff(act, id, role, person));
        });
        return opening.accounts().size();
    }

    List<Feature> features() {
        return List.copyOf(features);
    }

    /** All notices as people get them. */
    List<Kind> kinds() {
        return coming.withTools(worded()).stream().map(settings::readFor).toList();
    }

    private List<Kind> worded() {
        return features.stream().flatMap(feature -> feature.kinds().stream()).toList();
    }

    /** What is coming, in its words. */
    Preview preview() {
        return new Preview(notices, kinds());
    }

    /** The manager of the account that a notice is about; empty for what is about none. */
    Optional<String> manager(Handle read, String subject) {
        return features.stream()
                .flatMap(feature -> feature.about(subject, read).stream())
                .findFirst()
                .flatMap(id -> accounts.account(read, id))
                .map(account -> Routing.of(people.roster(), account.region(), account.segment())
                        .manager());
    }

    NoticeStore noticeStore() {
        return noticeStore;
    }

    People people() {
        return people;
    }

    Notices notices() {
        return notices;
    }

    OperationsFeature operations() {
        return operations;
    }
}
