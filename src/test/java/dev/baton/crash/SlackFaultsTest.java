package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.proof.Proof;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.serving.ServeProcess;
import dev.baton.store.Database.Dialect;
import dev.baton.store.OnBothDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Slack fails in every way it has, and so does the file; a real process says what it owes all the same, once. */
@Execution(ExecutionMode.CONCURRENT)
class SlackFaultsTest {
    /** Longer than a call may last. */
    private static final int TOO_LONG = 2 * (int) Ground.CALL.toMillis();

    private static final List<Fault> ALL = List.of(
            Fault.of(Kind.DROPPED),
            Fault.of(Kind.ACCEPTED_DROPPED),
            Fault.of(Kind.SERVER_ERROR),
            Fault.of(Kind.GARBAGE),
            Fault.rateLimited(1),
            Fault.slow(TOO_LONG));
    /** On the way to a message less is asked, and each failure there makes the next wait longer. */
    private static final Map<String, List<Fault>> FAULTS = Map.of(
            "users.info",
            List.of(Fault.of(Kind.SERVER_ERROR)),
            "conversations.open",
            List.of(Fault.of(Kind.DROPPED)),
            "conversations.history",
            List.of(Fault.of(Kind.GARBAGE), Fault.slow(TOO_LONG)),
            Books.POST,
            ALL,
            Books.UPDATE,
            ALL);

    private static final int ASKED = 3;

    @OnBothDatabases
    void however_slack_fails_everything_is_said_once_and_shows_the_last_state(Ground ground) {
        ground.withAccounts().serve();
        FAULTS.forEach((method, faults) -> faults.forEach(fault -> ground.fault(method, 1, fault)));
        for (int account = 1; account <= ASKED; account++) {
            ground.sam().ask(account);
        }
        ground.books().untilAllIsSaid();
        for (int account = 1; account <= ASKED; account++) {
            assertThat(ground.books().places(account)).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
            ground.sam().withdraw(account);
        }
        ground.books().untilAllIsSaid();
        for (int account = 1; account <= ASKED; account++) {
            ground.sam().readsWithdrawnEverywhere(account);
        }
        ground.books().balance(16);
    }

    /** It tries again every fifteen seconds, so in the short form on one of the two. */
    @OnBothDatabases
    void while_slack_refuses_the_token_it_keeps_everything_is_unready_and_then_goes_on(Ground ground) {
        Assumptions.assumeTrue(Proof.LONG || ground.database().dialect() == Dialect.SQLITE, "in the long form");
        ServeProcess serve = ground.withAccounts().serve();
        ground.fault("auth.test", 2, Fault.refused("token_revoked"));
        ground.fault(Books.POST, 3, Fault.refused("token_revoked"));
        ground.sam().ask(1);
        Eventually.that("it is unready, and says why", () -> {
            var answer = serve.probe("/readyz");
            return answer.statusCode() == 503 && answer.body().contains("token_revoked");
        });
        assertThat(ground.books().open()).isNotEmpty();
        Instant again = Instant.now();
        ground.books().untilAllIsSaid();
        serve.untilReady();
        assertThat(ground.books().places(1)).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        ground.books().balance(1, again);
    }

    @OnBothDatabases
    void slack_goes_down_for_a_while_and_nothing_is_lost(Ground ground) {
        ServeProcess serve = ground.withAccounts().serve();
        ground.sam().ask(1);
        ground.books().untilAllIsSaid();
        ground.books().balance(0);
        ground.fault(Books.POST, 3, Fault.rateLimited(1));
        ground.sam().ask(2);
        ground.slackGoesDown();
        Eventually.that(
                "it cannot be said",
                () -> ground.books()
                        .strings("SELECT last_error FROM notice WHERE state = 'pending'")
                        .toString()
                        .contains("unreachable"));
        ground.slackComesUp();
        ground.talksTo(serve);
        ground.books().untilAllIsSaid();
        assertThat(ground.books().places(2)).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
    }

    /** Somebody who looks into the file with a tool may lock it; the change waits, and Slack's patience may end first. */
    @OnBothDatabases
    void while_somebody_else_holds_the_file_changes_wait_and_then_happen_once(Ground ground) throws SQLException {
        Assumptions.assumeTrue(ground.database().dialect() == Dialect.SQLITE, "PostgreSQL locks rows alone");
        ServeProcess serve = ground.withAccounts().serve();
        var form = ground.sam().form(1);
        Instant again;
        try (Connection other = DriverManager.getConnection(ground.database().url());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(ground.sam().acknowledged(form)).isFalse();
            statement.execute("ROLLBACK");
            again = Instant.now();
        }
        ground.sam().untilAcknowledged(form);
        ground.books().untilAllIsSaid();
        assertThat(ground.books().places(1)).containsExactlyInAnyOrder("D0MAYA", "D0SAM", Ground.CHANNEL);
        assertThat(Duration.between(again, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(serve.alive()).isTrue();
        ground.books().balance(1, again);
    }
}
