package dev.baton.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is counted and timed, one method for each thing. Durations are taken from the machine's steady clock, so that a clock
 * that is set does not bend them. No label holds a name or an id, and each has few values.
 */
public final class Instruments implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Instruments.class);

    /** Slack waits three seconds for an answer: how many came later is read off without guessing. */
    private static final Duration[] ANSWER = seconds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10);

    private static final Duration[] CALL = seconds(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10);
    private static final Duration[] STORE = seconds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5);
    private static final Duration[] LATENESS = seconds(1, 5, 10, 30, 60, 300, 900, 3600, 86400);
    private static final List<String> STATES = List.of("due", "later", "claimed", "failing", "dead");

    private final MeterRegistry registry;
    private final Optional<PrometheusMeterRegistry> prometheus;
    private final BoundedWords methods = new BoundedWords(60);
    private final BoundedWords outcomes = new BoundedWords(60);
    private Optional<JvmGcMetrics> garbage = Optional.empty();
    private Supplier<Owing> owing = () -> Owing.UNKNOWN;
    private volatile Owing seen = Owing.UNKNOWN;

    /** A beginning, to be handed back with what came of it. */
    public static final class Lap {
        private final Timer.Sample sample;

        private Lap(Timer.Sample sample) {
            this.sample = sample;
        }
    }

    /**
     * What is owed at one moment.
     *
     * @param byState how many are {@code due}, owed {@code later}, {@code claimed}, {@code failing}, {@code dead}
     * @param oldestDue how long the oldest due one has been due; zero when nothing is
     * @param paused nothing is sent because Slack refuses the whole workspace
     */
    public record Owing(Map<String, Long> byState, Duration oldestDue, boolean paused) {
        private static final Owing UNKNOWN = new Owing(Map.of(), Duration.ZERO, false);
    }

    private Instruments(MeterRegistry registry, Optional<PrometheusMeterRegistry> prometheus) {
        this.registry = registry;
        this.prometheus = prometheus;
    }

    /** For monitoring to read. */
    public static Instruments prometheus() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return new Instruments(registry, Optional.of(registry));
    }

    /** For what nobody watches: takes everything and keeps nothing. */
    public static Instruments silent() {
        return new Instruments(new CompositeMeterRegistry(), Optional.empty());
    }

    public Lap begin() {
        return new Lap(Timer.start(registry));
    }

    // What passes

    /**
     * A call of Slack's Web API has ended.
     *
     * @param outcome {@code ok}, or Slack's or our word for what stood in the way
     */
    public void called(Lap since, String method, String outcome) {
        since.sample.stop(timer("baton.slack.call", "Calls of Slack's Web API, until their end", CALL)
                .tags("method", methods.bounded(method), "outcome", outcomes.bounded(outcome))
                .register(registry));
    }

    /**
     * Something of Slack's has been answered.
     *
     * @param kind what it was, such as {@code command}; {@code refused} when it was not let in
     * @param status of HTTP
     */
    public void answered(Lap since, String kind, int status) {
        since.sample.stop(timer("baton.inbound", "Requests at the door, from the first byte to the answer", ANSWER)
                .tags("kind", kind, "status", status / 100 + "xx")
                .register(registry));
    }

    /**
     * A request was not let in.
     *
     * @param reason such as {@code signature}
     */
    public void turnedAway(String reason) {
        counter("baton.inbound.turned.away", "Requests that were not let in", "reason", reason);
    }

    /**
     * The database has read or changed something, as whoever waited for it felt it.
     *
     * @param operation read or write
     */
    public void stored(Lap since, String operation, boolean ok) {
        since.sample.stop(timer("baton.store", "Transactions, from the wish to the end of it", STORE)
                .tags("operation", operation, "outcome", ok ? "ok" : "failed")
                .register(registry));
    }

    /** A notice has come to an end. */
    public void ended(String verb, String state) {
        counter("baton.notices.ended", "Notices that came to an end", "verb", verb, "state", state);
    }

    /**
     * A notice will be tried again.
     *
     * @param unclear nobody knows whether Slack has it
     */
    public void postponed(boolean unclear) {
        counter("baton.notices.postponed", "Tries that were put off", "unclear", String.valueOf(unclear));
    }

    /** A message has been said this long after its time; before its time counts as at once. */
    public void late(Duration by) {
        timer("baton.notice.lateness", "How long after its due time a message was said", LATENESS)
                .register(registry)
                .record(by.isNegative() ? Duration.ZERO : by);
    }

    // What stands

    /** Asked once for each scrape, never in between. */
    public void watch(Supplier<Owing> question) {
        owing = question;
        STATES.forEach(state -> Gauge.builder("baton.notices", this, my -> my.count(state))
                .description("Notices by state; counted up to 100000")
                .tag("state", state)
                .register(registry));
        Gauge.builder(
                        "baton.notices.oldest.due",
                        this,
                        my -> my.seen.oldestDue().toMillis() / 1000.0)
                .description("How long the oldest due notice has been due; 0 when none is")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("baton.sending.paused", this, my -> my.seen.paused() ? 1 : 0)
                .description("1 while Slack refuses the whole workspace")
                .register(registry);
    }

    /** How old the latest backup is, where there is one of ours; looked up at each scrape. */
    public void watchBackup(Supplier<Optional<Duration>> age) {
        Gauge.builder(
                        "baton.backup.age",
                        () -> age.get()
                                .map(Duration::toSeconds)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description("How old the latest backup is; not a number where there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    /** The line at the one writer; a database with several has none. */
    public void watchLine(Supplier<Number> waiting) {
        Gauge.builder("baton.store.writer.waiting", waiting)
                .description("Changes that wait for the writer")
                .register(registry);
    }

    /** The process itself, and the version it is. */
    public void watchProcess() {
        String version = Optional.ofNullable(Instruments.class.getPackage().getImplementationVersion())
                .orElse("development");
        Gauge.builder("baton.build.info", () -> 1)
                .description("Always 1; the label is what counts")
                .tag("version", version)
                .register(registry);
        JvmGcMetrics collector = new JvmGcMetrics();
        garbage = Optional.of(collector);
        List.of(
                        collector,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(each -> each.bindTo(registry));
    }

    /** All of it in Prometheus' text format. What the database does not tell now is {@code NaN}; the rest is told. */
    public synchronized String scrape() {
        try {
            seen = owing.get();
        } catch (RuntimeException e) {
            log.warn("What is owed cannot be counted now: {}", e.toString());
            seen = Owing.UNKNOWN;
        }
        return prometheus.map(PrometheusMeterRegistry::scrape).orElse("");
    }

    @Override
    public void close() {
        garbage.ifPresent(JvmGcMetrics::close);
        registry.close();
    }

    private double count(String state) {
        Long count = seen.byState().get(state);
        return count == null ? Double.NaN : count;
    }

    private void counter(String name, String description, String... labels) {
        Counter.builder(name)
                .description(description)
                .tags(labels)
                .register(registry)
                .increment();
    }

    private static Timer.Builder timer(String name, String description, Duration... buckets) {
        return Timer.builder(name).description(description).serviceLevelObjectives(buckets);
    }

    private static Duration[] seconds(double... bounds) {
        Duration[] durations = new Duration[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            durations[i] = Duration.ofNanos(Math.round(bounds[i] * 1e9));
        }
        return durations;
    }
}
