package dev.baton;

import com.slack.api.bolt.App;
import dev.baton.account.AccountsYaml;
import dev.baton.account.Acts;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Backlog;
import dev.baton.notice.FailureStore;
import dev.baton.notice.NoticeRunner;
import dev.baton.notice.NoticeStore;
import dev.baton.notice.Pacing;
import dev.baton.notice.Preview;
import dev.baton.notice.Reconciliation;
import dev.baton.operations.OperationsFeature.Vitals;
import dev.baton.slack.BoltApp;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.HttpDoor;
import dev.baton.slack.Identity;
import dev.baton.slack.Profiles;
import dev.baton.slack.Readiness;
import dev.baton.slack.Refusals;
import dev.baton.slack.SlackApi;
import dev.baton.slack.SocketDoor;
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
    private final House house;
    private final Preview preview;
    private final Profiles profiles;

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
        FailureStore failures = new FailureStore(database.dialect(), rates.settle(), machineClock);
        Vitals vitals = new Vitals(
                database::notWritable,
                identity::notReady,
                this::paused,
                () -> backups.flatMap(Backups::latest).map(Backups.Backup::at));
        house = new House(acts, handbook, roster, new NoticeStore(database.dialect()), failures, courier, vitals);

        App app = BoltApp.build(api, identity, refusals);
        house.features().forEach(feature -> feature.register(app));
        runner = new NoticeRunner(
                        database,
                        house.noticeStore(),
                        house.people(),
                        courier,
                        house.kinds(),
                        new Pacing(rates),
                        businessClock,
                        machineClock)
                .measuredBy(instruments);
        runner.onDead(house.operations()::undelivered);
        runner.answerable(house::manager);
        instruments.watch(() -> owing(failures));
        preview = house.preview();
        profiles = new Profiles(api, Duration.ofMillis((long) (60_000 / rates.perChannelPerMinute())));
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
        house.start(acts.now(), profiles);
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
                house.features().stream()
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
        return house.features();
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
        acts.own("start", act -> house.open(act, opening));
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
        profiles.close();
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
