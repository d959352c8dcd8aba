package dev.baton;

import dev.baton.handbook.Misconfigured;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What of the {@link Settings} it takes to look after the database while nobody serves: nothing of Slack's.
 *
 * @param database a JDBC URL of SQLite or PostgreSQL; may hold a password
 * @param backups the folder for backups of a SQLite file; empty for {@code backups} beside it
 * @param testClock a file with the business time in epoch milliseconds; only ever present against a Slack on this machine
 */
public record StoreSettings(String database, Optional<Path> backups, Optional<Path> testClock) {

    /**
     * Reads and checks all of it.
     *
     * @throws Misconfigured with every problem at once, each naming its variable and none quoting a value
     */
    public static StoreSettings from(Map<String, String> environment, Properties system) {
        return new SettingsReader(environment, system).readStore();
    }

    /** For logs: the address may hold a password. */
    @Override
    public String toString() {
        return "StoreSettings[backups=" + backups.map(Path::toString).orElse("none") + "]";
    }
}
