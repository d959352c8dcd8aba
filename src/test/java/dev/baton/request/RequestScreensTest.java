package dev.baton.request;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.HELIO;
import static dev.baton.Cast.KESTREL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.account.Account;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Segment;
import dev.baton.notice.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of a request, as it was looked at and found good. */
class RequestScreensTest {
    private static final String FOLDER = "screens/request";

    static List<Screen> screens() {
        return Gallery.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void a_screen_is_as_it_was_found_good(Screen screen) {
        Goldens.check(
                FOLDER + "/" + screen.name() + ".json",
                Goldens.pretty(screen.json().toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void a_screen_keeps_to_the_limits_of_slack(Screen screen) {
        assertThat(screen.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void nothing_typed_can_ping_anybody_or_hide_a_link(Screen screen) {
        assertThat(SlackLimits.markup(screen.json()))
                .noneMatch(text -> text.contains("<!") || text.contains("<https://evil"));
    }

    @Test
    void no_screen_is_kept_that_is_drawn_no_more() {
        assertThat(Goldens.names(FOLDER))
                .containsExactlyInAnyOrderElementsOf(screens().stream()
                        .map(screen -> screen.name() + ".json")
                        .toList());
    }

    @Test
    void a_codename_stands_where_everybody_reads() {
        assertThat(screens())
                .filteredOn(screen -> screen.name().equals("line-codename"))
                .singleElement()
                .satisfies(screen -> assertThat(screen.json().toString())
                        .contains("Copper Finch")
                        .doesNotContain(HELIO));
    }

    @Test
    void a_dedicated_customer_without_a_codename_stays_unnamed_where_everybody_reads() {
        Account account = Cast.account(KESTREL)
                .with(Segment.MID_MARKET, "AMER_WEST", Optional.of(Deployment.DEDICATED), Optional.empty());
        CsmRequest request = Requests.asked(ADA, account, Admission.STAGE_4);
        Message line = new ToldScreens().line(Requests.seen(request, account, Cast.ROSTER));
        assertThat(line.text()).isEqualTo("Ada asked for a CSM for a Dedicated customer (REQ-1).");
        assertThat(line.blocks()).doesNotContain(KESTREL);
    }

    @Test
    void below_the_threshold_nobody_is_assigned_before_an_override() {
        assertThat(buttons("card-below-threshold"))
                .doesNotContain("request.assign")
                .contains("request.override");
        assertThat(buttons("card-overridden")).contains("request.assign");
        assertThat(buttons("card-open")).contains("request.assign");
    }

    @Test
    void a_card_that_is_settled_offers_nothing_but_what_still_can_be_done() {
        assertThat(buttons("card-assigned")).containsExactly("request.reassign");
        assertThat(buttons("card-declined")).isEmpty();
        assertThat(buttons("receipt-assigned")).isEmpty();
        assertThat(buttons("receipt-declined")).containsExactly("request.again");
    }

    private static List<String> buttons(String name) {
        return screens().stream()
                .filter(screen -> screen.name().equals(name))
                .flatMap(screen -> screen.json().getAsJsonArray("blocks").asList().stream())
                .map(block -> block.getAsJsonObject())
                .filter(block -> block.get("type").getAsString().equals("actions"))
                .flatMap(block -> block.getAsJsonArray("elements").asList().stream())
                .map(button -> button.getAsJsonObject().get("action_id").getAsString())
                .toList();
    }
}
