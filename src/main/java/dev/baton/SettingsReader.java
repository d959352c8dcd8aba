package dev.baton;

import dev.baton.handbook.Misconfigured;
import dev.baton.handbook.Problem;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the environment once and goes on after a problem, to report all of them. A blank variable counts as not set, as
 * compose files leave them. No finding quotes a value: people paste tokens into the wrong line.
 */
final class SettingsReader {
    private static final String SLACK = "https://slack.com/api/";
    private static final String FOR_TESTS = "baton.test.";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+]):([0-9]{1,5})");

    private final Map<String, String> environment;
    private final Properties system;
    private final List<Problem> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment, Properties system) {
        this.environment = environment;
        this.system = system;
    }

    Settings read() {
        String botToken = botToken();
        Optional<String> appToken = appToken();
        Optional<String> signingSecret = signingSecret(appToken.isPresent());
        URI slack = slackApiUrl();
        Settings settings = new Settings(
                botToken,
                signingSecret,
                appToken,
                slack,
                port(),
                host(),
                database(),
                file("BATON_BACKUPS", value("BATON_BACKUPS")),
                file("BATON_HANDBOOK", value("BATON_HANDBOOK")),
                file("BATON_ROSTER", value("BATON_ROSTER")),
                admin(),
                jsonLog(),
                testClock(slack),
                tempo());
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems);
        }
        return settings;
    }

    /** What it takes to copy the database or put a copy in its place; nothing of Slack's. */
    StoreSettings readStore() {
        URI slack = slackApiUrl();
        StoreSettings settings =
                new StoreSettings(database(), file("BATON_BACKUPS", value("BATON_BACKUPS")), testClock(slack));
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems);
        }
        return settings;
    }

    private String botToken() {
        Optional<String> token = value("SLACK_BOT_TOKEN");
        if (token.isEmpty()) {
            problem("SLACK_BOT_TOKEN", "is not set; it is the Bot User OAuth Token of the Slack app, xoxb-…");
        } else if (!secretOf("xoxb-", token.get())) {
            problem("SLACK_BOT_TOKEN", "is not a bot token: those begin with xoxb-");
        }
        return token.orElse("");
    }

    private Optional<String> appToken() {
        Optional<String> token = value("SLACK_APP_TOKEN");
        if (token.isPresent() && !secretOf("xapp-", token.get())) {
            problem("SLACK_APP_TOKEN", "is not an app-level token: those begin with xapp-");
        }
        return token;
    }

    private static boolean secretOf(String prefix, String token) {
        return token.startsWith(prefix)
                && token.length() > prefix.length()
                && token.chars().noneMatch(Character::isWhitespace);
    }

    private Optional<String> signingSecret(boolean appToken) {
        Optional<String> secret = value("SLACK_SIGNING_SECRET");
        if (secret.isEmpty() && !appToken) {
            problem(
                    "SLACK_SIGNING_SECRET",
                    "is not set; it stands under Basic Information of the Slack app (or set SLACK_APP_TOKEN, for Socket Mode)");
        } else if (secret.isPresent() && secret.get().chars().anyMatch(Character::isWhitespace)) {
            problem("SLACK_SIGNING_SECRET", "has a blank inside; copy it again");
        }
        return secret;
    }

    private URI slackApiUrl() {
        String written = value("SLACK_API_URL").orElse(SLACK);
        try {
            URI url = new URI(written);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            boolean bare = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            if (web && bare && url.getHost() != null && url.getPath().endsWith("/api/")) {
                return url;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below, together with what an address would have to be.
        }
        problem("SLACK_API_URL", "is not an http(s) address that ends in /api/ and has no user, query or fragment");
        return URI.create(SLACK);
    }

    private int port() {
        String written = value("PORT").orElse("3000");
        if (written.matches("[0-9]{1,5}") && Integer.parseInt(written) <= 65535) {
            return Integer.parseInt(written);
        }
        problem("PORT", "is not a port: a whole number from 0 (any free one) to 65535");
        return 0;
    }

    private String host() {
        String host = value("HOST").orElse("0.0.0.0");
        if (!host.matches("[A-Za-z0-9.:_\\[\\]-]+")) {
            problem("HOST", "is not the name or number of a network address, such as 0.0.0.0 or 127.0.0.1");
        }
        return host;
    }

    private String database() {
        String url = value("BATON_DATABASE").orElse("jdbc:sqlite:baton.db");
        if (!url.matches("(?s)jdbc:sqlite:.+|jdbc:postgresql:.+")) {
            problem("BATON_DATABASE", "is neither jdbc:sqlite:FILE nor jdbc:postgresql://HOST/NAME");
        } else if (url.matches("(?s)jdbc:postgresql:[^?]*@.*")) {
            // The driver would take it for the name of a host, and tell it when there is no such host.
            problem("BATON_DATABASE", "has a user before the host; write …/NAME?user=…&password=… instead");
        }
        return url;
    }

    /** Unresolved: a name is looked up when the door opens, and must not delay the reading of settings. */
    private Optional<InetSocketAddress> admin() {
        String written = value("BATON_ADMIN").orElse("127.0.0.1:9464");
        if (written.equals("off")) {
            return Optional.empty();
        }
        Matcher place = PLACE.matcher(written);
        if (place.matches() && Integer.parseInt(place.group(2)) <= 65535) {
            return Optional.of(InetSocketAddress.createUnresolved(place.group(1), Integer.parseInt(place.group(2))));
        }
        problem("BATON_ADMIN", "is neither HOST:PORT, such as 127.0.0.1:9464, nor off");
        return Optional.empty();
    }

    private boolean jsonLog() {
        String format = value("BATON_LOG").orElse("text");
        if (!format.equals("json") && !format.equals("text")) {
            problem("BATON_LOG", "is neither text nor json");
        }
        return format.equals("json");
    }

    private Optional<Path> testClock(URI slack) {
        String host = slack.getHost();
        boolean here = host != null && LOOPBACK.matcher(host).matches();
        system.stringPropertyNames().stream()
                .filter(name -> name.startsWith(FOR_TESTS) && !here)
                .sorted()
                .forEach(name -> problem(
                        "-D" + name, "is for tests, and refused unless SLACK_API_URL is an address of this machine"));
        String clock = FOR_TESTS + "clock";
        return file("-D" + clock, Optional.ofNullable(system.getProperty(clock)));
    }

    private Settings.Tempo tempo() {
        Settings.Tempo real = Settings.Tempo.REAL;
        return new Settings.Tempo(
                Duration.ofMillis(number("call", real.call().toMillis())),
                Duration.ofMillis(number("lease", real.lease().toMillis())),
                (int) number("faster", real.faster()));
    }

    private long number(String name, long otherwise) {
        String written = system.getProperty(FOR_TESTS + name, String.valueOf(otherwise));
        if (written.matches("[1-9][0-9]{0,8}")) {
            return Long.parseLong(written);
        }
        problem("-D" + FOR_TESTS + name, "is not a whole number above 0");
        return otherwise;
    }

    private Optional<Path> file(String variable, Optional<String> written) {
        try {
            return written.map(Path::of);
        } catch (InvalidPathException notAFile) {
            problem(variable, "is not the name of a file");
            return Optional.empty();
        }
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private void problem(String variable, String finding) {
        problems.add(Problem.ofVariable(variable, finding));
    }
}
