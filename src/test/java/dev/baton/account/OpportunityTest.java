package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several deals an account is shown with. */
class OpportunityTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "DISCOVERY PROPOSAL SCOPING,       PROPOSAL",
                "CLOSED_WON DISCOVERY,             DISCOVERY",
                "CLOSED_LOST CLOSING,              CLOSING",
                "CLOSED_WON CLOSED_LOST DUPLICATE, CLOSED_WON",
                "CLOSED_LOST UNQUALIFIED,          none",
                "'',                               none"
            })
    void the_open_one_that_has_come_furthest_leads_else_the_one_won(String stages, @Nullable Stage leading) {
        List<Opportunity> all = Arrays.stream(stages.split(" "))
                .filter(name -> !name.isBlank())
                .map(name -> at(Stage.valueOf(name), "0065e00001AAAAA"))
                .toList();
        assertThat(Opportunity.leading(all).map(Opportunity::stage)).isEqualTo(Optional.ofNullable(leading));
    }

    @Test
    void of_two_at_the_same_stage_always_the_same_one_leads() {
        List<Opportunity> two =
                Arrays.asList(at(Stage.PROPOSAL, "0065e00001AAAAA"), at(Stage.PROPOSAL, "0065e00001BBBBB"));
        Optional<Opportunity> leading = Opportunity.leading(two);
        Collections.reverse(two);
        assertThat(Opportunity.leading(two)).isEqualTo(leading);
    }

    private static Opportunity at(Stage stage, String id) {
        return Opportunity.create(
                new SalesforceId(id),
                new SalesforceId("0015e00001AAAAA"),
                stage,
                LocalDate.of(2024, 4, 15),
                Money.dollars(1),
                Optional.empty());
    }
}
