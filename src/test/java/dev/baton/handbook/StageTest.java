package dev.baton.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
    @Test
    void stages_have_the_names_and_the_order_of_salesforce() {
        assertThat(Arrays.stream(Stage.values()).map(StageTest::row))
                .containsExactly(
                        "0-Pending Acceptance open 0",
                        "1-Discovery open 1",
                        "2-Scoping open 2",
                        "3-Technical Evaluation open 3",
                        "4-Proposal open 4",
                        "5-Negotiating open 5",
                        "6-Awaiting Signature open 6",
                        "7-Closing open 7",
                        "Closed Won won 8",
                        "8-Closed Lost terminal -",
                        "9-Unqualified terminal -",
                        "10-Duplicate terminal -");
    }

    private static String row(Stage stage) {
        String state = stage.open() ? "open" : stage.terminal() ? "terminal" : "won";
        String rank = stage.rank().isPresent() ? Integer.toString(stage.rank().getAsInt()) : "-";
        return stage.label() + " " + state + " " + rank;
    }

    @Test
    void every_label_is_read_back() {
        for (Stage stage : Stage.values()) {
            assertThat(Stage.parse(" " + stage.label() + " ")).contains(stage);
        }
        assertThat(List.of("", "4", "proposal", "4-proposal", "PROPOSAL"))
                .allMatch(label -> Stage.parse(label).isEmpty());
        assertThat(Segment.parse("Mid-Market")).contains(Segment.MID_MARKET);
        assertThat(Deployment.parse("Self-Managed")).contains(Deployment.SELF_MANAGED);
    }
}
