package dev.baton.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.baton.Eventually;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.story.Modal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, nothing that Baton says of it holds a secret, or what people typed. */
class SecretsTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String NOTES = "Hush4711: they leave Jenkins behind.";
    private static final String PASSWORD = "pw-4711-hush";
    private static final String OTHER_TOKEN = "xoxb-4711-another-token";
    private static final Duration STOP = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void no_secret_is_told_whatever_fails() throws IOException {
        try (Site site = Site.prepare(folder, "jdbc:sqlite:" + folder.resolve("baton.db"))) {
            List<String> said = new ArrayList<>();
            cannotStart(site, said);
            Set<String> marked = day(site, said);
            Set<String> secrets = new LinkedHashSet<>(
                    List.of(Site.TOKEN, Site.SECRET, PASSWORD, OTHER_TOKEN, "Hush4711", "1234567", "salesforce.com/"));
            secrets.addAll(marked);
            assertThat(marked).hasSizeGreaterThan(10);
            assertThat(found(secrets, said)).isEmpty();
        }
    }

    @Test
    void the_search_itself_would_find_one() {
        assertThat(found(Set.of("a-secret", "another"), List.of("nothing here", "a line\nwith a-secret in it")))
                .containsExactly("a-secret in: a line\nwith a-secret in it");
    }

    private static List<String> found(Set<String> secrets, List<String> said) {
        return secrets.stream()
                .flatMap(secret -> said.stream()
                        .filter(each -> each.contains(secret))
                        .map(each -> secret + " in: " + each.substring(0, Math.min(each.length(), 2000))))
                .toList();
    }

    /** Settings that are wrong in every way, each with a secret in it. */
    private static void cannotStart(Site site, List<String> said) {
        for (Map<String, String> wrong : List.of(
                Map.of("SLACK_BOT_TOKEN", "xoxp " + OTHER_TOKEN),
                Map.of("SLACK_SIGNING_SECRET", Site.SECRET + " " + PASSWORD),
                Map.of("SLACK_APP_TOKEN", PASSWORD),
                Map.of("SLACK_API_URL", "http://u:" + PASSWORD + "@127.0.0.1/api/"),
                Map.of("PORT", PASSWORD),
                Map.of("HOST", PASSWORD + " " + PASSWORD),
                Map.of("BATON_DATABASE", "jdbc:mysql://u:" + PASSWORD + "@127.0.0.1/x"),
                Map.of("BATON_DATABASE", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=" + PASSWORD),
                Map.of("BATON_DATABASE", "jdbc:postgresql://u:" + PASSWORD + "@127.0.0.1:1/x"),
                Map.of("BATON_DATABASE", "jdbc:postgresql://127.0.0.1:bad/x?password=" + PASSWORD))) {
            WatchedProcess serve = site.begin(wrong);
            said.add(serve.commandLine());
            assertThat(serve.ended(STOP)).as(wrong.keySet().toString()).isEqualTo(1);
            assertThat(serve.printed()).isNotBlank();
            assertThat(serve.traces()).isEmpty();
            said.add(serve.printed());
        }
    }

    /**
     * People work while Slack refuses and the database holds what cannot be drawn.
     *
     * @return what Slack gave to each gesture alone: triggers and addresses for answers
     */
    private Set<String> day(Site site, List<String> said) throws IOException {
        try (WatchedProcess unknown = site.begin(Map.of(
                "SLACK_BOT_TOKEN", OTHER_TOKEN, "BATON_DATABASE", "jdbc:sqlite:" + folder.resolve("other.db")))) {
            Eventually.that(
                    "a refused token is told",
                    () -> probe(unknown, "/readyz", said).body().contains("invalid_auth"));
            said.add(unknown.printed());
        }
        WatchedProcess serve = site.serve();
        said.add(serve.commandLine());
        ask(site);
        site.tables().settled();
        refusals(site);
        misdrawn(site, serve, said);
        site.slack().faults().next("chat.postMessage", 1, Fault.refused("invalid_auth"));
        site.as(SAM).write("D0SAM", NOTES);
        Eventually.that("the workspace's refusal is told", () -> serve.printed().contains("invalid_auth"));
        Set<String> marked = marked(site);
        odd(site, serve, said);
        for (String path : List.of("/healthz", "/readyz", "/metrics", "/nowhere", "/slack/events")) {
            probe(serve, path, said);
        }
        said.add(serve.metrics().body());
        assertThat(serve.metrics().statusCode()).isEqualTo(200);
        said.add(serve.printed());
        return marked;
    }

    private static HttpResponse<String> probe(WatchedProcess serve, String path, List<String> said) {
        HttpResponse<String> answer = serve.probe(path);
        said.add(answer.headers().map() + answer.body());
        return answer;
    }

    private static void ask(Site site) {
        Modal form = site.as(SAM).command("/request-csm Northwind Bank");
        form.fill("Landed Addressable Market (LAM)", "1234567")
                .fill("Notes for the manager", NOTES)
                .submit();
        site.as(MAYA).dm("REQ-1").press("Ask").fill("Question to Sam", NOTES).submit();
        site.as(SAM).dm("Hush4711").press("Answer").fill("Your answer", NOTES).submit();
        site.as(SAM).command("/account " + NOTES);
        site.as(SAM).closeForm();
        site.as(SAM).answerTo("/baton " + NOTES);
        site.as(SAM).answerTo("/baton help " + NOTES);
    }

    /** A press whose answer reaches nobody, a view that Slack does not open. */
    private static void refusals(Site site) {
        site.slack().faults().next("response_url", 2, Fault.of(Kind.SERVER_ERROR));
        site.slack().faults().next("views.open", 1, Fault.refused("invalid_arguments"));
        site.slack().faults().next("views.open", 1, Fault.of(Kind.GARBAGE));
        site.slack().faults().next("views.open", 1, Fault.of(Kind.DROPPED));
        for (int number = 0; number < 3; number++) {
            assertThat(site.as(SAM).answerTo("/account Northwind " + NOTES)).contains("Something went wrong");
        }
        site.slack().faults().clear();
    }

    /** A row that no version of Baton wrote. */
    private static void misdrawn(Site site, WatchedProcess serve, List<String> said) {
        site.tables().change("UPDATE csm_request SET state = 'WHAT'");
        said.add(site.as(SAM).answerTo("/account Northwind Bank"));
        assertThat(said.get(said.size() - 1)).contains("Something went wrong");
        Eventually.that("the cause is told", () -> !serve.traces().isEmpty());
        site.tables().change("UPDATE csm_request SET state = 'ROUTED'");
    }

    private static Set<String> marked(Site site) {
        Set<String> marked = new LinkedHashSet<>();
        for (Captured each : Captured.in(site.slack().ledger().lines())) {
            for (String name : List.of("trigger_id", "response_url")) {
                if (each.content().has(name)
                        && !each.content().get(name).getAsString().isEmpty()) {
                    marked.add(each.content().get(name).getAsString());
                }
            }
        }
        return marked;
    }

    /** What was sent, bent and sent again; the answers are what anybody at the door would read. */
    private static void odd(Site site, WatchedProcess serve, List<String> said) throws IOException {
        List<Captured> played = Captured.in(site.slack().ledger().lines());
        Random random = new Random(4711);
        Mutation mutation = new Mutation(random, played);
        Armory armory = new Armory(random, Site.SECRET, () -> Instant.now().getEpochSecond());
        try (Wire wire = new Wire(serve.events().getPort())) {
            for (int number = 0; number < 300; number++) {
                Captured original = played.get(random.nextInt(played.size()));
                JsonObject bent = mutation.of(original.content());
                Shot shot = number % 5 == 0
                        ? armory.unsigned(original.body(), original.wrapping().contentType)
                        : armory.bent(original.body(bent), original.wrapping().contentType, "bent");
                Wire.Answer answer = wire.ask(shot.bytes());
                if (answer.status() != 200) {
                    said.add(answer.body());
                }
            }
        }
    }
}
