package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.baton.Eventually;
import dev.baton.watch.Instruments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Once an hour: a backup, and then what nobody reads any more goes. */
class UpkeepTest {
    private static final Instant START = Instant.parse("2026-11-20T11:00:00Z");

    @TempDir
    private Path folder;

    private Instant now = START;

    @Test
    void a_first_backup_comes_at_once_and_then_one_each_hour() {
        try (Database database = open()) {
            Upkeep upkeep = upkeep(database);
            upkeep.round();
            assertThat(latest()).isEqualTo(START);
            pass(Duration.ofMinutes(30));
            upkeep.round();
            assertThat(latest()).isEqualTo(START);
            upkeep(database).round();
            assertThat(latest()).as("another start does not ask for another").isEqualTo(START);
            pass(Duration.ofMinutes(30));
            upkeep.round();
            assertThat(latest()).isEqualTo(START.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void gestures_are_forgotten_after_two_weeks_and_what_is_younger_stays() {
        try (Database database = open()) {
            Instant old = START.minus(Upkeep.GESTURES_KEPT).minusMillis(1);
            database.write(tx -> {
                for (int i = 0; i < 1_234; i++) {
                    Once.run(tx, "old " + i, old.toEpochMilli(), again -> "done");
                }
                return Once.run(tx, "young", old.toEpochMilli() + 1, again -> "done");
            });
            upkeep(database).round();
            assertThat(gestures(database)).isEqualTo(1);
            assertThat(database.once("young", START.toEpochMilli(), tx -> "a second time"))
                    .isEqualTo("done");
            try (Database copy = Database.open(
                    SqliteFile.url(backups().latest().orElseThrow().file()))) {
                assertThat(gestures(copy)).as("the backup comes first").isEqualTo(1_235);
            }
        }
    }

    @Test
    void a_failure_is_told_at_once_and_once_a_day_and_the_next_success_ends_it() throws IOException {
        try (Database database = open()) {
            ListAppender<ILoggingEvent> log = new ListAppender<>();
            Logger logger = (Logger) LoggerFactory.getLogger(Upkeep.class);
            log.start();
            logger.addAppender(log);
            logger.setAdditive(false);
            try {
                Path inTheWay = Files.writeString(folder.resolve("backups"), "a file where a folder should be");
                Upkeep upkeep = upkeep(database);
                for (int hour = 0; hour < 24; hour++) {
                    upkeep.round();
                    pass(Duration.ofHours(1));
                }
                assertThat(errors(log)).isEqualTo(1);
                upkeep.round();
                assertThat(errors(log)).as("a day later").isEqualTo(2);
                assertThat(database.notWritable()).isEmpty();
                Files.delete(inTheWay);
                pass(Duration.ofMinutes(9));
                upkeep.round();
                assertThat(backups().latest()).as("not at every look").isEmpty();
                pass(Duration.ofMinutes(1));
                upkeep.round();
                assertThat(latest()).isEqualTo(now);
            } finally {
                logger.setAdditive(true);
                logger.detachAppender(log);
            }
        }
    }

    private static long errors(ListAppender<ILoggingEvent> log) {
        return log.list.stream().filter(each -> each.getLevel() == Level.ERROR).count();
    }

    @Test
    void without_a_backup_what_nobody_reads_goes_all_the_same() throws IOException {
        try (Database database = open()) {
            Files.writeString(folder.resolve("backups"), "a file where a folder should be");
            long old = START.minus(Upkeep.GESTURES_KEPT).toEpochMilli() - 1;
            database.write(tx -> Once.run(tx, "old", old, again -> "done"));
            upkeep(database).round();
            assertThat(gestures(database)).isZero();
        }
    }

    @Test
    void monitoring_reads_how_old_the_latest_is() {
        try (Database database = open();
                Instruments instruments = Instruments.prometheus()) {
            Upkeep upkeep = upkeep(database).measuredBy(instruments);
            assertThat(instruments.scrape()).contains("baton_backup_age_seconds NaN");
            upkeep.round();
            pass(Duration.ofMinutes(30));
            assertThat(instruments.scrape()).contains("baton_backup_age_seconds 1800.0");
        }
    }

    @Test
    void it_runs_by_itself_and_ends_when_told() {
        try (Database database = open()) {
            Upkeep upkeep = upkeep(database);
            upkeep.start();
            Eventually.that("a backup", () -> backups().latest().isPresent());
            upkeep.close();
        }
    }

    private Database open() {
        return Database.open(url());
    }

    private Upkeep upkeep(Database database) {
        return new Upkeep(database, Optional.of(backups()), () -> now, () -> now);
    }

    private Backups backups() {
        return Backups.of(url(), Optional.empty(), () -> now).orElseThrow();
    }

    private Instant latest() {
        return backups().latest().orElseThrow().at();
    }

    private String url() {
        return SqliteFile.url(folder.resolve("baton.db"));
    }

    private void pass(Duration by) {
        now = now.plus(by);
    }

    private static long gestures(Database database) {
        return database.read(read -> read.createQuery("SELECT COUNT(*) FROM gesture")
                .mapTo(long.class)
                .one());
    }
}
