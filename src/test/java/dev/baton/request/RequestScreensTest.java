package dev.baton.request;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.HELIO;
import static dev.baton.Cast.HERON;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.REMY;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.TINY_TEAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.account.Account;
import dev.baton.account.Load;
import dev.baton.account.Money;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.request.FormScreens.Prefill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of a request, as it was looked at and found good. */
class RequestScreensTest {
    private static final String FOLDER = "screens/request";
    private static final RequestScreens SCREENS = new RequestScreens();

    static List<Screen> screens() {
        return new Gallery().all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void a_screen_is_as_it_was_found_good(Screen screen) {
        Goldens.check(FOLDER + "/" + screen.name + ".json", Goldens.pretty(screen.json.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void a_screen_keeps_to_the_limits_of_slack(Screen screen) {
        assertThat(screen.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void nothing_typed_can_ping_anybody_or_hide_a_link(Screen screen) {
        assertThat(SlackLimits.markup(screen.json))
                .noneMatch(text -> text.contains("<!") || text.contains("<https://evil"));
    }

    @Test
    void no_screen_is_kept_that_is_drawn_no_more() {
        assertThat(Goldens.names(FOLDER))
                .containsExactlyElementsOf(screens().stream()
                        .map(screen -> screen.name + ".json")
                        .sorted()
                        .toList());
    }

    @Test
    void a_codename_stands_where_everybody_reads() {
        Message line = SCREENS.line(Requests.seen(Requests.asked(SAM, Cast.account(HELIO)), HELIO));
        assertThat(line.text() + line.blocks()).contains("Copper Finch").doesNotContain(HELIO);
    }

    @Test
    void a_dedicated_customer_without_a_codename_stays_unnamed_where_everybody_reads() {
        Account account = Cast.account(KESTREL)
                .with(Segment.MID_MARKET, "AMER_WEST", Optional.of(Deployment.DEDICATED), Optional.empty());
        Message line = SCREENS.line(
                new RequestView(Requests.asked(ADA, account), account, Cast.opportunity(KESTREL), Cast.ROSTER));
        assertThat(line.text()).isEqualTo("Ada asked for a CSM for a Dedicated customer (REQ-1).");
        assertThat(line.blocks()).doesNotContain(KESTREL);
    }

    @Test
    void a_card_that_is_settled_has_no_button_left() {
        assertThat(screens())
                .filteredOn(screen -> screen.name.startsWith("card-assigned"))
                .allSatisfy(screen -> assertThat(screen.json.toString()).doesNotContain("\"actions\""));
    }

    record Screen(String name, JsonObject json, boolean view) {
        List<String> findings() {
            return view ? SlackLimits.ofView(json) : SlackLimits.ofMessage(json);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Draws them all. */
    private static final class Gallery {
        private final Map<String, Screen> screens = new TreeMap<>();

        List<Screen> all() {
            forms();
            CsmRequest asked = Requests.asked(SAM, Cast.account(NORTHWIND));
            asked(asked);
            hostile();
            assigned(asked.assign(
                            MAYA,
                            CLEO,
                            Optional.of("They renew in May: start with the <!channel> audit & the plan."),
                            Cast.team(NORTHWIND),
                            Cast.account(NORTHWIND).channel(),
                            Cast.ROSTER,
                            Cast.NOW)
                    .next());
            pickers(asked);
            return List.copyOf(screens.values());
        }

        private void forms() {
            FormScreens forms = new FormScreens(Cast.HANDBOOK, Cast.ROSTER);
            Prefill prefill = new Prefill(NORTHWIND, "AMER_EAST");
            view("form-plain", forms.form(prefill, Optional.empty(), NORTHWIND));
            view("form-grown", forms.form(prefill, Optional.of(Stage.TECHNICAL_EVALUATION), NORTHWIND));
            view("form-empty", forms.form(new Prefill("", ""), Optional.of(Stage.PROPOSAL), ""));
            view(
                    "form-without-csms",
                    new FormScreens(Cast.HANDBOOK, Cast.without(Role.CSM))
                            .form(new Prefill("", ""), Optional.empty(), ""));
        }

        private void asked(CsmRequest asked) {
            RequestView seen = Requests.seen(asked, NORTHWIND);
            message("card-open", SCREENS.card(seen, due(MAYA, Optional.empty())));
            message("card-stand-in", SCREENS.card(seen, due(MONA, Optional.of(MAYA))));
            message(
                    "card-with-wishes",
                    SCREENS.card(
                            Requests.seen(Requests.preferring(asked, CLEO), NORTHWIND), due(MAYA, Optional.empty())));
            message("receipt-open", SCREENS.receipt(seen));
            message("line-asked", SCREENS.line(seen));
            CsmRequest early = Requests.asked(SAM, Cast.account(KESTREL), Admission.NEAR_END_STAGE_3);
            message("card-at-stage-3", SCREENS.card(Requests.seen(early, KESTREL), due(MAYA, Optional.empty())));
        }

        /** A name is typed by people, too. */
        private void hostile() {
            Account account = Account.create(
                    Cast.account(TINY_TEAL).id(), "<!channel> & <https://evil.example|Sons>", Segment.SMB, "AMER_WEST");
            CsmRequest request = Requests.asked(REMY, account);
            RequestView seen = new RequestView(request, account, Cast.opportunity(TINY_TEAL), Cast.ROSTER);
            message("card-hostile-name", SCREENS.card(seen, due(MAYA, Optional.empty())));
            message("line-hostile-name", SCREENS.line(seen));
            view("picker-hostile-name", new AssignScreens().picker(AssignPicker.of(seen, List.of(), Cast.TODAY)));
        }

        private void assigned(CsmRequest assigned) {
            RequestView seen = Requests.seen(assigned, NORTHWIND);
            message("card-assigned", SCREENS.card(seen, due(MAYA, Optional.empty())));
            message("receipt-assigned", SCREENS.receipt(seen));
            message("assigned-for-csm", SCREENS.assigned(seen, CLEO));
            message("assigned-for-sa", SCREENS.assigned(seen, SAM));
            message("line-assigned", SCREENS.assignedLine(seen));
        }

        private void pickers(CsmRequest asked) {
            List<Load> loads = List.of(new Load(CLEO, 3, Money.dollars(1_200_000)));
            view("picker", picked(asked, NORTHWIND, loads));
            view("picker-preferred", picked(Requests.preferring(asked, CLEO), NORTHWIND, loads));
            List<Load> full = List.of(new Load(CLEO, 12, Money.dollars(4_000_000)));
            view("picker-nobody-suits", picked(asked, NORTHWIND, full));
            view("picker-other-region", picked(Requests.asked(SAM, Cast.account(HERON)), HERON, loads));
        }

        private static View picked(CsmRequest request, String account, List<Load> loads) {
            return new AssignScreens().picker(AssignPicker.of(Requests.seen(request, account), loads, Cast.TODAY));
        }

        private static Due due(String recipient, Optional<String> insteadOf) {
            return new Due("key", CsmRequest.CARD, "request:1", recipient, insteadOf, false, Cast.NOW, Cast.NOW);
        }

        private void view(String name, View view) {
            put(
                    name,
                    JsonParser.parseString(GsonFactory.createSnakeCase().toJson(view))
                            .getAsJsonObject(),
                    true);
        }

        private void message(String name, Message message) {
            JsonObject json = new JsonObject();
            json.addProperty("text", message.text());
            json.add("blocks", JsonParser.parseString(message.blocks()));
            put(name, json, false);
        }

        private void put(String name, JsonObject json, boolean view) {
            screens.put(name, new Screen(name, json, view));
        }
    }
}
