package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.handbook.Misconfigured;
import dev.baton.handbook.Problem;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> LEAST = Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "abc");

    @Test
    void a_token_and_a_signing_secret_are_enough() {
        Settings settings = Settings.from(LEAST, new Properties());
        assertThat(settings.slackApiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
        assertThat(settings.port()).isEqualTo(3000);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.database()).isEqualTo("jdbc:sqlite:baton.db");
        assertThat(List.of(settings.handbook(), settings.roster(), settings.testClock()))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void everything_can_be_set_and_blanks_around_it_do_not_matter() {
        Properties system = new Properties();
        system.setProperty("baton.test.clock", "/tmp/clock");
        Settings settings = Settings.from(
                with(
                        "SLACK_API_URL", " http://127.0.0.1:9000/api/ ",
                        "SLACK_APP_TOKEN", "xapp-1\n",
                        "PORT", "0",
                        "HOST", "127.0.0.1",
                        "BATON_DATABASE", "jdbc:postgresql://db/baton",
                        "BATON_HANDBOOK", "/etc/baton/handbook.yml",
                        "BATON_ROSTER", ""),
                system);
        assertThat(settings.slackApiUrl()).isEqualTo(URI.create("http://127.0.0.1:9000/api/"));
        assertThat(settings.appToken()).contains("xapp-1");
        assertThat(settings.port()).isZero();
        assertThat(settings.handbook()).contains(Path.of("/etc/baton/handbook.yml"));
        assertThat(settings.roster()).isEmpty();
        assertThat(settings.testClock()).contains(Path.of("/tmp/clock"));
    }

    @Test
    void monitoring_asks_on_this_machine_unless_told_otherwise() {
        assertThat(Settings.from(LEAST, new Properties()).admin())
                .contains(InetSocketAddress.createUnresolved("127.0.0.1", 9464));
        assertThat(Settings.from(with("BATON_ADMIN", "[::1]:9000"), new Properties())
                        .admin())
                .contains(InetSocketAddress.createUnresolved("[::1]", 9000));
        assertThat(Settings.from(with("BATON_ADMIN", "off"), new Properties()).admin())
                .isEmpty();
        for (String wrong : List.of("9464", ":9464", "host:99999", "host:port", "http://host:1", "a b:1")) {
            assertThat(problemsOf(with("BATON_ADMIN", wrong), new Properties()))
                    .as(wrong)
                    .containsExactly("BATON_ADMIN: is neither HOST:PORT, such as 127.0.0.1:9464, nor off");
        }
    }

    @Test
    void the_log_is_text_unless_json_is_asked_for() {
        assertThat(Settings.from(LEAST, new Properties()).jsonLog()).isFalse();
        assertThat(Settings.from(with("BATON_LOG", ""), new Properties()).jsonLog())
                .isFalse();
        assertThat(Settings.from(with("BATON_LOG", "json"), new Properties()).jsonLog())
                .isTrue();
        assertThat(problemsOf(with("BATON_LOG", "yaml"), new Properties()))
                .containsExactly("BATON_LOG: is neither text nor json");
    }

    @Test
    void with_an_app_token_no_signing_secret_is_needed_and_both_may_be_given() {
        Settings socket =
                Settings.from(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1"), new Properties());
        assertThat(socket.appToken()).contains("xapp-1");
        assertThat(socket.signingSecret()).isEmpty();
        Settings both = Settings.from(with("SLACK_APP_TOKEN", "xapp-1"), new Properties());
        assertThat(both.appToken()).contains("xapp-1");
        assertThat(both.signingSecret()).contains("abc");
    }

    @Test
    void every_problem_is_told_at_once_and_names_its_variable() {
        Properties system = new Properties();
        system.setProperty("baton.test.clock", "/tmp/clock");
        Map<String, String> environment = Map.of(
                "SLACK_BOT_TOKEN", "xoxp-hush",
                "SLACK_APP_TOKEN", "hush",
                "SLACK_API_URL", "https://me:hush@slack.example/api/",
                "PORT", "hush",
                "HOST", "hush hush",
                "BATON_DATABASE", "jdbc:mysql://root:hush@db/baton",
                "BATON_HANDBOOK", "hush\0");
        assertThat(problemsOf(environment, system))
                .containsExactly(
                        "SLACK_BOT_TOKEN: is not a bot token: those begin with xoxb-",
                        "SLACK_APP_TOKEN: is not an app-level token: those begin with xapp-",
                        "SLACK_API_URL: is not an http(s) address that ends in /api/ and has no user, query or fragment",
                        "PORT: is not a port: a whole number from 0 (any free one) to 65535",
                        "HOST: is not the name or number of a network address, such as 0.0.0.0 or 127.0.0.1",
                        "BATON_DATABASE: is neither jdbc:sqlite:FILE nor jdbc:postgresql://HOST/NAME",
                        "BATON_HANDBOOK: is not the name of a file",
                        "-Dbaton.test.clock: is for tests, and refused unless SLACK_API_URL is an address of this machine")
                .noneMatch(problem -> problem.contains("hush"));
    }

    @Test
    void an_empty_environment_names_what_is_required() {
        assertThat(problemsOf(Map.of("SLACK_BOT_TOKEN", "  "), new Properties()))
                .containsExactly(
                        "SLACK_BOT_TOKEN: is not set; it is the Bot User OAuth Token of the Slack app, xoxb-…",
                        "SLACK_SIGNING_SECRET: is not set; it stands under Basic Information of the Slack app (or set SLACK_APP_TOKEN, for Socket Mode)");
    }

    @Test
    void a_test_clock_is_refused_against_the_real_slack() {
        Properties system = new Properties();
        system.setProperty("baton.test.clock", "/tmp/clock");
        assertThat(problemsOf(LEAST, system)).hasSize(1);
        assertThat(problemsOf(with("SLACK_API_URL", "http://127.0.0.1.example.com/api/"), system))
                .hasSize(1);
    }

    @Test
    void a_test_against_a_slack_on_this_machine_may_shorten_what_it_would_have_to_wait_for() {
        Map<String, String> here = with("SLACK_API_URL", "http://127.0.0.1:4711/api/");
        Properties system = new Properties();
        assertThat(Settings.from(here, system).tempo()).isEqualTo(Settings.Tempo.REAL);
        system.setProperty("baton.test.call", "900");
        system.setProperty("baton.test.lease", "2500");
        system.setProperty("baton.test.faster", "30");
        assertThat(Settings.from(here, system).tempo())
                .isEqualTo(new Settings.Tempo(Duration.ofMillis(900), Duration.ofMillis(2500), 30));
        system.setProperty("baton.test.lease", "soon");
        assertThat(problemsOf(here, system)).containsExactly("-Dbaton.test.lease: is not a whole number above 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:5432/baton?user=baton&password=hush",
                "jdbc:sqlite:baton.db?password=hush",
            })
    void no_secret_is_printed(String database) {
        Settings settings = Settings.from(
                with(
                        "BATON_DATABASE",
                        database,
                        "SLACK_BOT_TOKEN",
                        "xoxb-hush",
                        "SLACK_SIGNING_SECRET",
                        "hush",
                        "SLACK_APP_TOKEN",
                        "xapp-hush"),
                new Properties());
        assertThat(settings.database()).isEqualTo(database);
        assertThat(settings.toString())
                .doesNotContain("hush", "hu/sh")
                .contains("jdbc:")
                .contains("port=3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://baton:hu/sh@db/baton", "jdbc:postgresql://baton:hush@db/baton?ssl=true"})
    void a_password_where_the_driver_reads_a_host_is_refused_untold(String database) {
        assertThat(problemsOf(with("BATON_DATABASE", database), new Properties()))
                .singleElement()
                .asString()
                .contains("BATON_DATABASE", "?user=…&password=…")
                .doesNotContain("hush", "hu/sh");
    }

    private static List<String> problemsOf(Map<String, String> environment, Properties system) {
        return catchThrowableOfType(Misconfigured.class, () -> Settings.from(environment, system)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static Map<String, String> with(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(LEAST);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }
}
