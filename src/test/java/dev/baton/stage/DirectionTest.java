package dev.baton.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handbook.Stage;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which way leads from each of the twelve stages to each other. */
class DirectionTest {

    /** Rows: from. Columns: to, in the same order. F forward, B back, = stays, x never. */
    @Test
    void the_ways_between_the_stages_are_this_table() {
        assertThat(Arrays.stream(Stage.values()).map(DirectionTest::row).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        0-Pending Acceptance   = F F F F F F F F F F F
                        1-Discovery            x = F F F F F F F F x F
                        2-Scoping              x B = F F F F F F F x F
                        3-Technical Evaluation x B B = F F F F F F x F
                        4-Proposal             x B B B = F F F F F x F
                        5-Negotiating          x B B B B = F F F F x F
                        6-Awaiting Signature   x B B B B B = F F F x F
                        7-Closing              x B B B B B B = F F x F
                        Closed Won             x B B B B B B B = B x B
                        8-Closed Lost          x B B B B B B B B = x B
                        9-Unqualified          B B B B B B B B B B = B
                        10-Duplicate           B B B B B B B B B B B =""");
    }

    private static String row(Stage from) {
        String ways = Arrays.stream(Stage.values()).map(to -> cell(from, to)).collect(Collectors.joining(" "));
        return String.format("%-22s %s", from.label(), ways);
    }

    private static String cell(Stage from, Stage to) {
        if (Direction.unqualifies(from, to)) {
            return "x";
        }
        return switch (Direction.of(from, to)) {
            case STAYS -> "=";
            case FORWARD -> "F";
            case BACK -> "B";
        };
    }
}
