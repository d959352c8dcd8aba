package dev.baton.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.story.Modal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process under fire, wave by wave. After each, what must have stayed as it was is compared. */
final class Siege {
    private static final Logger log = LoggerFactory.getLogger(Siege.class);
    private static final Duration PROMPT = Duration.ofSeconds(3);
    /** Whatever was sent, it adds no names to what is counted. */
    private static final int METRICS = 100_000;

    private final Site site;
    private final WatchedProcess serve;
    private final List<Captured> played;
    private final List<Captured> corpus;
    private final long seed;
    private int wave;

    Siege(Site site, WatchedProcess serve, List<Captured> played, long seed) {
        this.site = site;
        this.serve = serve;
        this.played = played;
        this.seed = seed;
        corpus = new ArrayList<>(played);
        corpus.addAll(Corpus.unasked());
    }

    /** Bent payloads of people who may not do any of it. */
    void byThoseWithoutStanding(int times, List<String> people) {
        unchanged(
                "by those without standing",
                () -> volley("by those without standing", times, random -> {
                    Mutation mutation = new Mutation(random, corpus);
                    return armory -> {
                        Captured bent = bent(mutation, random).by(people.get(random.nextInt(people.size())));
                        return armory.bent(bent.body(), bent.wrapping().contentType, "bent " + kind(bent));
                    };
                }));
    }

    void unsigned(int times) {
        unchanged(
                "unsigned",
                () -> volley("unsigned", times, random -> armory -> {
                    Captured original = any(random);
                    return armory.unsigned(original.body(), original.wrapping().contentType);
                }));
    }

    /** What has taken effect already, signed anew. */
    void replayed(int times) {
        unchanged(
                "replayed",
                () -> volley("replayed", times, random -> armory -> {
                    Captured again = played.get(random.nextInt(played.size()));
                    return armory.plain(again.body(), again.wrapping().contentType, "again " + kind(again));
                }));
    }

    /** Bent payloads of people who may do some of it; in the midst of it Sam gets his answers. */
    void byAnybody(int times) {
        CompletableFuture<Void> fire = CompletableFuture.runAsync(() -> volley("by anybody", times, random -> {
            Mutation mutation = new Mutation(random, corpus);
            return armory -> {
                Captured bent = bent(mutation, random);
                return armory.bent(bent.body(), bent.wrapping().contentType, "bent " + kind(bent));
            };
        }));
        do {
            samIsServed();
        } while (!fire.isDone());
        fire.join();
    }

    /** It lives, it serves, it is small, and it has said little. */
    void endsWell(int heapMegabytes, long logBytes) {
        samIsServed();
        assertThat(serve.alive()).isTrue();
        assertThat(serve.probe("/readyz").statusCode()).isEqualTo(200);
        int heap = serve.heapInUse();
        log.warn("heap {} MB, log {} bytes", heap, serve.printedBytes());
        assertThat(heap).as("megabytes in use").isLessThan(heapMegabytes);
        assertThat(serve.metrics().body().length()).as("characters of metrics").isLessThan(METRICS);
        assertThat(serve.printedBytes()).as("bytes of log").isLessThan(logBytes);
        assertThat(serve.traces()).as("stack traces").isEmpty();
        assertThat(site.tables()
                        .rows("SELECT DISTINCT actor FROM history WHERE actor NOT LIKE 'U0%' AND actor <> 'baton'"))
                .as("strangers in the history")
                .isEmpty();
    }

    private void unchanged(String wave, Runnable fire) {
        Map<String, List<String>> before = site.tables().settled().content();
        fire.run();
        samIsServed();
        Map<String, List<String>> after = site.tables().content();
        before.forEach((table, rows) -> assertThat(after.get(table))
                .as(table + " after the wave " + wave)
                .containsExactlyElementsOf(rows));
    }

    private void samIsServed() {
        Instant before = Instant.now();
        Modal card = site.as("U0SAM").command("/account northwind");
        assertThat(card.text()).contains("Northwind");
        site.as("U0SAM").closeForm();
        assertThat(Duration.between(before, Instant.now())).isLessThan(PROMPT);
    }

    private void volley(String name, int times, Function<RandomGenerator, Function<Armory, Shot>> shots) {
        Instant before = Instant.now();
        long first = seed + 1000L * ++wave;
        Barrage barrage = new Barrage(serve.events().getPort()).fire(times, number -> {
            RandomGenerator random = new Random(first + number);
            Armory armory = new Armory(random, Site.SECRET, () -> Instant.now().getEpochSecond());
            Function<Armory, Shot> next = shots.apply(random);
            Supplier<Shot> own = () -> next.apply(armory);
            return own;
        });
        long millis = Duration.between(before, Instant.now()).toMillis();
        log.warn("{}: {} in {} ms, {} a second, {}", name, times, millis, times * 1000L / millis, barrage.statuses());
        assertThat(barrage.wrong()).as(name).isEmpty();
    }

    private Captured bent(Mutation mutation, RandomGenerator random) {
        Captured original = any(random);
        return new Captured(original.wrapping(), mutation.of(original.content()));
    }

    private Captured any(RandomGenerator random) {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private static String kind(Captured captured) {
        String content = captured.content().toString();
        return content.substring(0, Math.min(300, content.length()));
    }
}
