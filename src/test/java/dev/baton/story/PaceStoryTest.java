package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.Eventually;
import dev.baton.account.AccountsYaml;
import dev.baton.sandbox.Ledger.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Slack that keeps to its documented rates hears of sixty requests in one moment. */
class PaceStoryTest {
    private static final int REQUESTS = 60;
    private static final Duration STEP = Duration.ofMillis(150);

    private final AtomicReference<Instant> machine = new AtomicReference<>(Instant.now());

    @TempDir
    private Path folder;

    @Test
    void sixty_requests_at_once_all_arrive_and_slack_hardly_ever_says_too_many() {
        try (World slack = World.paced("jdbc:sqlite:" + folder.resolve("baton.db"), machine::get)) {
            slack.know(AccountsYaml.parse("sixty", accounts(), Cast.ROSTER));
            slack.sandbox().rateTiers(true);
            for (int each = 0; each < REQUESTS; each++) {
                slack.as(each % 2 == 0 ? Cast.SAM : Cast.INES)
                        .command("/request-csm Account %02d".formatted(each))
                        .fill("Landed Addressable Market (LAM)", "1.2M")
                        .fill("Annual recurring revenue (ARR)", "420k")
                        .submit();
            }
            // Nobody waits for a minute: the machine's clock, which Slack's rates and Baton's pace go by, runs faster.
            Eventually.that("all cards and receipts", () -> {
                machine.updateAndGet(now -> now.plus(STEP));
                return posts(slack).size() >= 3 * REQUESTS;
            });
            slack.untilAllIsSaid();
            assertThat(posts(slack).stream().map(PaceStoryTest::read).distinct())
                    .hasSameSizeAs(posts(slack))
                    .hasSize(3 * REQUESTS);
            assertThat(slack.sandbox().ledger().refusals())
                    .allMatch(line -> line.error().equals("fault RATE_LIMITED"))
                    .as("one in twenty at most")
                    .hasSizeLessThanOrEqualTo(3 * REQUESTS / 20);
        }
    }

    private static List<Line> posts(World slack) {
        return slack.sandbox().ledger().accepted("chat.postMessage");
    }

    private static String read(Line post) {
        return post.request().get("channel").getAsString() + " "
                + post.request().get("text").getAsString();
    }

    private static String accounts() {
        return IntStream.range(0, REQUESTS)
                .mapToObj(each -> """
                      - { name: Account %1$02d, account: 0015e00001PAC%1$02d, opportunity: 0065e00001PAC%1$02d, segment: ENTERPRISE,
                          region: %2$s, stage: 4-Proposal, arr: 420k, lam: 1.2M, close: 2024-04-15, channel: %3$s }
                    """.formatted(
                                each,
                                each % 2 == 0 ? "AMER_EAST" : "EMEA",
                                List.of("C0NWB", "C0COP", "C0COM").get(each % 3)))
                .collect(Collectors.joining("", "accounts:\n", ""));
    }
}
