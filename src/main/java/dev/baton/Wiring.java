package dev.baton;

import com.slack.api.bolt.App;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.Opportunity;
import dev.baton.account.Permissions;
import dev.baton.account.PersonStore;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.card.CardFeature;
import dev.baton.dedicated.DedicatedFeature;
import dev.baton.handbook.Handbook;
import dev.baton.help.HelpFeature;
import dev.baton.meeting.MeetingFeature;
import dev.baton.notice.Backlog;
import dev.baton.notice.FailureStore;
import dev.baton.notice.Kind;
import dev.baton.notice.NoticeRunner;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Notices;
import dev.baton.notice.Pacing;
import dev.baton.notice.Preview;
import dev.baton.notice.Reconciliation;
import dev.baton.operations.OperationsFeature;
import dev.baton.operations.OperationsFeature.Vitals;
import dev.baton.request.RequestFeature;
import dev.baton.scale.ScaleFeature;
import dev.baton.slack.BoltApp;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.HttpDoor;
import dev.baton.slack.Identity;
import dev.baton.slack.Readiness;
import dev.baton.slack.Refusals;
import dev.baton.slack.SlackApi;
import dev.baton.slack.SocketDoor;
import dev.baton.stage.StageFeature;
import dev.baton.store.Backups;
import dev.baton.store.Database;
import dev.baton.store.Restored;
import dev.baton.store.Upkeep;
import dev.baton.watch.AdminDoor;
import dev.baton.watch.Instruments;
import dev.baton.watch.Instruments.Owing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who exists. Constructor calls are the container: each part is made once, here, and given to those who need it. */
public final class Wiring implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Wiring.class);

    private final List<Feature> features = new ArrayList<>();
    private final Database database;
    private final Upkeep upkeep;
    private final SlackApi api;
    private final Identity identity;
    private final Refusals refusals;
    private final NoticeRunner runner;
    private final HttpDoor door;
    private final Optional<SocketDoor> socketDoor;
    private final Instruments instruments;
    private final Optional<AdminDoor> adminDoor;
    private final Acts acts;
    private final Preview preview;
    private final Accounts accounts;
    private final RequestFeature requests;

    /**
     * Opens the database and puts everything together; nothing listens or sends yet.
     *
     * @param businessClock due times, deadlines, history, what people read
     * @param machineClock signatures, leases, pacing
     */
    public Wiring(
            Settings settings,
            Handbook handbook,
            Roster roster,
            Pacing.Rates rates,
            InstantSource businessClock,
            InstantSource machineClock) {
        instruments = settings.admin().isPresent() ? Instruments.prometheus() : Instruments.silent();
        Optional<Backups> backups = Backups.of(settings.database(), settings.backups(), machineClock);
        database = Database.open(settings.database(), backups).measuredBy(instruments);
        upkeep = new Upkeep(database, backups, businessClock, machineClock).measuredBy(instruments);
        api = new SlackApi(
                        settings.slackApiUrl().toString(),
                        settings.botToken(),
                        settings.tempo().call())
                .measuredBy(instruments);
        identity = new Identity(api);
        Courier courier = new Courier(api, identity);
        refusals = new Refusals(courier);
        acts = new Acts(database, businessClock);
        NoticeStore noticeStore = new NoticeStore(database.dialect());
        Notices notices = new Notices(noticeStore);
        AccountStore accountStore = new AccountStore();
        HistoryStore history = new HistoryStore();
        accounts = new Accounts(accountStore, history);
        Permissions permissions = new Permissions(handbook);

        requests = new RequestFeature(
                acts, handbook, roster, permissions, accounts, accountStore, history, notices, courier);
        MeetingFeature meetings = new MeetingFeature(handbook, roster, accounts, history, notices);
        DedicatedFeature dedicated =
                new DedicatedFeature(acts, handbook, roster, permissions, accounts, history, notices);
        ScaleFeature scale = new ScaleFeature(acts, handbook, roster, permissions, accounts, history, notices, courier);
        StageFeature stages = new StageFeature(
                acts, handbook, roster, permissions, accounts, history, notices, courier, requests::waiting);
        List<Feature> processes = List.of(requests, meetings, dedicated, scale, stages);
        FailureStore failures = new FailureStore(database.dialect(), rates.settle(), machineClock);
        OperationsFeature operations = new OperationsFeature(
                acts,
                roster,
                permissions,
                accounts,
                history,
                notices,
                failures,
                courier,
                new Vitals(
                        database::notWritable,
                        identity::notReady,
                        this::paused,
                        () -> backups.flatMap(Backups::latest).map(Backups.Backup::at)),
                this::features);
        features.addAll(processes);
        features.add(operations);
        CardFeature card = new CardFeature(
                acts, handbook, roster, permissions, accounts, accountStore, history, courier, List.copyOf(features));
        features.add(card);
        stages.over(card::card);
        features.add(new HelpFeature(acts, handbook, roster, permissions, notices, features));
        Reactions.among(accounts, requests, meetings, dedicated, scale, stages);

        App app = BoltApp.build(api, identity, refusals);
        features.forEach(feature -> permissions.add(feature.permits()));
        features.forEach(feature -> feature.register(app));
        List<Kind> kinds =
                features.stream().flatMap(feature -> feature.kinds().stream()).toList();
        runner = new NoticeRunner(
                        database,
                        noticeStore,
                        new PersonStore(),
                        courier,
                        kinds,
                        new Pacing(rates),
                        businessClock,
                        machineClock)
                .measuredBy(instruments);
        runner.onDead(operations::undelivered);
        instruments.watch(() -> owing(failures));
        preview = new Preview(notices, kinds);
        acts.afterCommit(runner::wake);
        socketDoor = settings.appToken().map(token -> new SocketDoor(api, token, app, instruments));
        Supplier<Stream<Optional<String>>> reasons = () -> Stream.of(
                database.notWritable(), identity.notReady(), socketDoor.flatMap(SocketDoor::notReady), runner.paused());
        Readiness readiness = () -> reasons.get().flatMap(Optional::stream).findFirst();
        door = new HttpDoor(
                settings.host(), settings.port(), settings.signingSecret(), app, machineClock, readiness, instruments);
        adminDoor = settings.admin().map(address -> new AdminDoor(address, instruments, readiness::notReady));
    }

    /** Applies a new people file, then sends and listens. */
    public void start() {
        requests.start();
        resume();
        runner.start();
        door.start();
        socketDoor.ifPresent(SocketDoor::start);
        identity.start();
        adminDoor.ifPresent(AdminDoor::start);
    }

    /** Once an hour a backup is taken, and what nobody reads any more is removed. */
    public void keepHouse() {
        upkeep.start();
    }

    /** After a restore, and before anything is sent: Slack has gone on while this database stood still. */
    private void resume() {
        Reconciliation reconciliation = new Reconciliation();
        Optional<Restored> restored = acts.own("restored", act -> {
            Optional<Restored> news = reconciliation.resume(act);
            if (news.isPresent()) {
                features.stream()
                        .flatMap(feature -> feature.open(act.handle()).stream())
                        .forEach(subject -> reconciliation.refresh(act, subject));
            }
            return news;
        });
        restored.ifPresent(known -> log.warn(
                "This database was restored ({}). It knows nothing of what happened after {}. {} notices are looked for in"
                        + " Slack before they are sent, {} messages are brought up to date.",
                known.source(),
                known.knownUntil(),
                known.lookedUp(),
                known.refreshed()));
    }

    /** What Baton consists of; the manifest and the permission table have to tell of all of it. */
    List<Feature> features() {
        return List.copyOf(features);
    }

    /** The port that is listened on, also when any was asked for. */
    public int port() {
        return door.port();
    }

    /** The port at which monitoring may ask; empty when it may not. */
    public Optional<Integer> adminPort() {
        return adminDoor.map(AdminDoor::port).filter(port -> port > 0);
    }

    /** Makes accounts known as a file states them, also where something else was known before. */
    public void open(AccountsYaml.Opening opening) {
        acts.own("start", act -> {
            opening.salesforce().ifPresent(host -> accounts.learnSalesforceHost(act, host));
            opening.accounts().forEach(each -> {
                SalesforceId id = each.account().id();
                long version =
                        accounts.account(act.handle(), id).map(Account::version).orElse(0L);
                accounts.save(act, each.account().at(version));
                long deal = accounts.opportunity(
                                act.handle(), each.opportunity().id())
                        .map(Opportunity::version)
                        .orElse(0L);
                accounts.save(act, each.opportunity().at(deal));
                each.team().forEach((role, person) -> accounts.staff(act, id, role, person));
            });
            return opening.accounts().size();
        });
    }

    /** What will be said, soonest first, in the words it would have now. */
    public List<Preview.Line> coming(int limit) {
        return acts.read(read -> preview.coming(read, acts.now(), limit));
    }

    /** Stops accepting, finishes what is in flight, then closes the database. */
    @Override
    public void close() {
        // Each may have to wait for seconds; one after the other they would outlast what a stop may take.
        adminDoor.ifPresent(AdminDoor::close);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(runner::close);
        CompletableFuture<Void> hanging = CompletableFuture.runAsync(() -> socketDoor.ifPresent(SocketDoor::close));
        door.close();
        upkeep.close();
        hanging.join();
        sending.join();
        identity.close();
        refusals.close();
        api.close();
        database.close();
        instruments.close();
    }

    private Optional<String> paused() {
        return runner.paused();
    }

    private Owing owing(FailureStore failures) {
        Instant now = acts.now();
        Backlog owed = acts.read(read -> failures.backlog(read, now));
        Map<String, Long> byState = Map.of(
                "due", owed.due(),
                "later", owed.later(),
                "claimed", owed.claimed(),
                "failing", owed.failing(),
                "dead", owed.dead());
        Duration waited =
                owed.oldestDue().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
        return new Owing(byState, waited, runner.paused().isPresent());
    }
}
