package dev.baton.stage;

import static dev.baton.Cast.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong with a form, said all at once and in words that say what to do. */
class WishTest {
    private static final Opportunity DEAL = Cast.opportunity(NORTHWIND);
    private static final LocalDate TOMORROW = Cast.TODAY.plusDays(1);
    private static final LocalDate YESTERDAY = Cast.TODAY.minusDays(1);

    @Test
    void a_step_forward_needs_a_stage_and_a_day_and_nothing_else() {
        assertThat(complaints(wish(Stage.NEGOTIATING, TOMORROW, ""))).isEmpty();
        assertThat(complaints(wish(Stage.NEGOTIATING, Cast.TODAY, ""))).isEmpty();
        assertThat(complaints(new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsOnlyKeys(Wish.STAGE, Wish.CLOSE_DATE);
    }

    @Test
    void a_close_date_in_the_past_is_wrong_while_the_deal_is_open_and_right_when_it_is_over() {
        assertThat(complaints(wish(Stage.NEGOTIATING, YESTERDAY, ""))).containsOnlyKeys(Wish.CLOSE_DATE);
        assertThat(complaints(wish(Stage.CLOSED_WON, YESTERDAY, ""))).isEmpty();
        assertThat(complaints(wish(Stage.CLOSED_LOST, YESTERDAY, ""))).isEmpty();
    }

    @Test
    void going_back_needs_a_reason_and_a_qualified_deal_is_never_unqualified() {
        assertThat(complaints(wish(Stage.SCOPING, TOMORROW, "")))
                .containsExactly(Map.entry(Wish.REASON, "Say why it goes back: Maya reads it."));
        assertThat(complaints(wish(Stage.SCOPING, TOMORROW, "They begin anew.")))
                .isEmpty();
        assertThat(complaints(wish(Stage.UNQUALIFIED, TOMORROW, "They begin anew.")))
                .containsOnlyKeys(Wish.STAGE);
        assertThat(complaints(wish(Stage.PENDING_ACCEPTANCE, TOMORROW, ""))).containsOnlyKeys(Wish.STAGE, Wish.REASON);
    }

    @Test
    void a_reason_may_be_long_and_not_a_novel() {
        assertThat(complaints(wish(Stage.SCOPING, TOMORROW, "x".repeat(1000)))).isEmpty();
        assertThat(complaints(wish(Stage.SCOPING, TOMORROW, "x".repeat(1001)))).containsOnlyKeys(Wish.REASON);
    }

    @Test
    void the_day_of_the_sale_is_no_start_of_its_own() {
        assertThat(started(Stage.CLOSED_WON, TOMORROW, Optional.empty())).isEmpty();
        assertThat(started(Stage.CLOSED_WON, TOMORROW, Optional.of(TOMORROW))).isEmpty();
        assertThat(started(Stage.CLOSED_WON, TOMORROW, Optional.of(YESTERDAY))).contains(YESTERDAY);
        assertThat(started(Stage.CLOSING, TOMORROW, Optional.of(YESTERDAY))).isEmpty();
    }

    private static Optional<LocalDate> started(Stage to, LocalDate close, Optional<LocalDate> start) {
        return new Wish(Optional.of(to), Optional.of(close), start, Optional.empty()).startOfItsOwn();
    }

    private static Map<String, String> complaints(Wish wish) {
        return wish.complaints(DEAL, "Maya reads it", Cast.TODAY);
    }

    private static Wish wish(Stage to, LocalDate close, String reason) {
        return new Wish(
                Optional.of(to),
                Optional.of(close),
                Optional.empty(),
                Optional.of(reason).filter(words -> !words.isEmpty()));
    }
}
