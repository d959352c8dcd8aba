package dev.baton;

import dev.baton.handbook.Misconfigured;
import dev.baton.notice.NoticeRunner;
import dev.baton.slack.SlackApi;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the environment says, checked as a whole before anything starts.
 *
 * @param signingSecret proves that what comes in over HTTP is Slack's; empty only where there is an app token
 * @param appToken opens the door of Socket Mode; empty where Slack comes in over HTTP alone
 * @param slackApiUrl the base address of the Web API; ends in {@code /api/}
 * @param port where the HTTP door listens; 0 for any free port
 * @param database a JDBC URL of SQLite or PostgreSQL; may hold a password
 * @param backups the folder for backups of a SQLite file; empty for {@code backups} beside it
 * @param handbook the policy file; empty for the built-in one
 * @param roster the people file
 * @param admin where monitoring may ask; empty when it may not
 * @param jsonLog each log line is one JSON object
 * @param testClock a file with the business time in epoch milliseconds; only ever present against a Slack on this machine
 * @param tempo how long things last; other than {@link Tempo#REAL} only ever against a Slack on this machine
 */
public record Settings(
        String botToken,
        Optional<String> signingSecret,
        Optional<String> appToken,
        URI slackApiUrl,
        int port,
        String host,
        String database,
        Optional<Path> backups,
        Optional<Path> handbook,
        Optional<Path> roster,
        Optional<InetSocketAddress> admin,
        boolean jsonLog,
        Optional<Path> testClock,
        Tempo tempo) {

    /**
     * What a test may shorten that has to wait until it is over.
     *
     * @param call how long a call to Slack may last
     * @param lease how long a claim of a notice lasts; longer than a call
     * @param faster how many times as fast Slack may be talked to as Slack itself allows
     */
    public record Tempo(Duration call, Duration lease, int faster) {
        public static final Tempo REAL = new Tempo(SlackApi.CALL_TIMEOUT, NoticeRunner.LEASE, 1);
    }

    /**
     * Reads and checks all of it.
     *
     * @throws Misconfigured with every problem at once, each naming its variable and none quoting a value
     */
    public static Settings from(Map<String, String> environment, Properties system) {
        return new SettingsReader(environment, system).read();
    }

    /** For logs: secrets are named, not told. */
    @Override
    public String toString() {
        return "Settings[botToken=…, signingSecret=" + hidden(signingSecret) + ", appToken=" + hidden(appToken)
                + ", slackApiUrl=" + slackApiUrl + ", port=" + port + ", host=" + host + ", backups=" + named(backups)
                + ", database="
                + withoutPassword(database) + ", handbook=" + named(handbook) + ", roster=" + named(roster)
                + ", admin=" + admin.map(InetSocketAddress::toString).orElse("off")
                + ", jsonLog=" + jsonLog + ", testClock=" + named(testClock) + ", tempo=" + tempo + "]";
    }

    private static String hidden(Optional<String> secret) {
        return secret.isPresent() ? "…" : "none";
    }

    private static String named(Optional<Path> file) {
        return file.map(Path::toString).orElse("none");
    }

    /** What follows the address proper may hold a password under several names, so none of it is printed. */
    private static String withoutPassword(String database) {
        return database.replaceFirst("(?s)[?;].*", "?…").replaceFirst("(?s)//.*@", "//…@");
    }
}
