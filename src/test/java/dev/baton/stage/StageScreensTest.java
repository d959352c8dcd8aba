package dev.baton.stage;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.HELIO;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
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
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the stages, as it was looked at and found good. */
class StageScreensTest {
    private static final String FOLDER = "screens/stage";
    private static final String HOSTILE = "<!channel> says \"now\" & <https://evil.example|here>";
    private static final StageScreens FORMS = new StageScreens();
    private static final ReversalScreens ANSWERS = new ReversalScreens();
    private static final OnboardingScreens CUSTOMERS = new OnboardingScreens();
    private static final AlertScreens ALERTS = new AlertScreens();

    static List<String> names() {
        return List.copyOf(screens().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_screen_is_as_it_was_found_good_and_within_the_limits_of_slack(String name) {
        JsonObject screen = Optional.ofNullable(screens().get(name)).orElseThrow();
        assertThat(screen.has("type") ? SlackLimits.ofView(screen) : SlackLimits.ofMessage(screen))
                .isEmpty();
        assertThat(screen.toString()).doesNotContain("<!channel>", "<https://evil");
        Goldens.check(FOLDER + "/" + name + ".json", Goldens.pretty(screen.toString()));
    }

    @Test
    void no_screen_is_kept_that_is_drawn_no_more() {
        assertThat(Goldens.names(FOLDER))
                .containsExactlyElementsOf(
                        names().stream().map(name -> name + ".json").sorted().toList());
    }

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        forms(screens);
        reversals(screens);
        customers(screens);
        alerts(screens);
        return screens;
    }

    private static void forms(Map<String, JsonObject> screens) {
        screens.put("form", view(FORMS.form(form(Stage.PROPOSAL, false))));
        screens.put("form-won", view(FORMS.form(form(Stage.CLOSED_WON, false))));
        screens.put("form-lost", view(FORMS.form(form(Stage.CLOSED_LOST, false))));
        screens.put("form-back", view(FORMS.form(form(Stage.SCOPING, false))));
        screens.put("form-back-alone", view(FORMS.form(form(Stage.SCOPING, true))));
        screens.put(
                "form-moved-on",
                view(FORMS.form(form(Stage.NEGOTIATING, false)
                        .noted("This deal was moved to 6-Awaiting Signature while you were typing."))));
        screens.put("form-tam", view(FORMS.form(tam(form(Stage.CLOSED_WON, false)))));
        Opportunity second = Opportunity.create(
                new SalesforceId("0065e00001NWOP2"),
                deal().account(),
                Stage.CLOSED_WON,
                LocalDate.of(2023, 2, 1),
                Money.dollars(5),
                Optional.empty());
        StageForm form = form(Stage.PROPOSAL, false);
        screens.put(
                "which",
                view(FORMS.which(List.of(
                        form,
                        new StageForm(
                                form.account(),
                                second,
                                form.wish(),
                                "Maya",
                                false,
                                Optional.empty(),
                                form.handbook())))));
        screens.put("card-way", part(FORMS.way(Cast.account(NORTHWIND))));
    }

    private static void reversals(Map<String, JsonObject> screens) {
        Reversal asked = asked(Stage.PROPOSAL, Stage.SCOPING);
        Reversal approved = asked.approved(MAYA, Cast.NOW, Cast.ROSTER).next();
        Reversal refused = asked.refused(MAYA, "Not now, " + HOSTILE, Cast.NOW, Cast.ROSTER)
                .next();
        Reversal lapsed = asked.lapsed(SAM, deal().moved(Stage.NEGOTIATING, Cast.TODAY), Cast.NOW)
                .next();
        screens.put("back-card", message(ANSWERS.card(seen(asked), due(MAYA, Optional.empty()))));
        screens.put("back-card-stand-in", message(ANSWERS.card(seen(asked), due(MONA, Optional.of(MAYA)))));
        screens.put(
                "back-card-handed-over",
                message(ANSWERS.card(seen(asked.handedTo(MILO, Cast.NOW).next()), due(MAYA, Optional.empty()))));
        screens.put(
                "back-card-of-a-sale",
                message(ANSWERS.card(seen(asked(Stage.CLOSED_WON, Stage.CLOSING)), due(MAYA, Optional.empty()))));
        screens.put("back-card-approved", message(ANSWERS.card(seen(approved), due(MAYA, Optional.empty()))));
        screens.put("back-card-refused", message(ANSWERS.card(seen(refused), due(MAYA, Optional.empty()))));
        screens.put("back-card-lapsed", message(ANSWERS.card(seen(lapsed), due(MAYA, Optional.empty()))));
        screens.put("back-receipt", message(ANSWERS.receipt(seen(asked))));
        screens.put("back-receipt-refused", message(ANSWERS.receipt(seen(refused))));
        screens.put("back-answer-approved", message(ANSWERS.answer(seen(approved))));
        screens.put("back-answer-refused", message(ANSWERS.answer(seen(refused))));
        screens.put("back-answer-lapsed", message(ANSWERS.answer(seen(lapsed))));
        screens.put("back-refusal", view(ANSWERS.refusal(seen(asked))));
        screens.put("card-back", part(ANSWERS.onAccount(seen(asked))));
    }

    private static void customers(Map<String, JsonObject> screens) {
        OnboardingView served = customer(Cast.account(NORTHWIND).withCsm(CLEO));
        OnboardingView unserved = customer(Cast.account(NORTHWIND));
        OnboardingView pool = customer(Cast.account(NORTHWIND).withCsm(Account.SCALE));
        OnboardingView below = customer(TINY_TEAL, Cast.account(TINY_TEAL), Cast.HANDBOOK);
        screens.put("won-seller", message(CUSTOMERS.member(served, SOL)));
        screens.put("won-csm", message(CUSTOMERS.member(served, CLEO)));
        screens.put("won-sa", message(CUSTOMERS.member(served, SAM)));
        screens.put("won-unserved-seller", message(CUSTOMERS.member(unserved, SOL)));
        screens.put("won-unserved-sa", message(CUSTOMERS.member(unserved, SAM)));
        screens.put("won-pool", message(CUSTOMERS.member(pool, SOL)));
        screens.put("won-below", message(CUSTOMERS.member(below, SAM)));
        screens.put("won-taken-back", message(CUSTOMERS.member(takenBack(served), SOL)));
        screens.put(
                "won-tam",
                message(CUSTOMERS.member(
                        customer(NORTHWIND, Cast.account(NORTHWIND).withCsm(CLEO), Handbook.builtIn("tam")), SOL)));
        screens.put("line", message(CUSTOMERS.line(served)));
        screens.put("line-pool", message(CUSTOMERS.line(pool)));
        screens.put("line-codename", message(CUSTOMERS.line(customer(HELIO, Cast.account(HELIO), Cast.HANDBOOK))));
        screens.put("line-taken-back", message(CUSTOMERS.line(takenBack(served))));
        screens.put(
                "card-customer",
                part(CUSTOMERS.onAccount(served.primary(), "Cleo", Cast.HANDBOOK, Optional.of(served))));
        screens.put(
                "card-old-customer",
                part(CUSTOMERS.onAccount(served.primary(), "Cleo", Cast.HANDBOOK, Optional.empty())));
    }

    private static void alerts(Map<String, JsonObject> screens) {
        OnboardingView unserved = customer(Cast.account(NORTHWIND));
        screens.put("alert-won", message(ALERTS.alert(unserved.alert(), due(MAYA, Optional.empty()))));
        screens.put("alert-won-stand-in", message(ALERTS.alert(unserved.alert(), due(MONA, Optional.of(MAYA)))));
        screens.put(
                "alert-won-settled",
                message(ALERTS.alert(
                        customer(Cast.account(NORTHWIND).withCsm(CLEO)).alert(), due(MAYA, Optional.empty()))));
        screens.put(
                "alert-won-taken-back",
                message(ALERTS.alert(takenBack(unserved).alert(), due(MAYA, Optional.empty()))));
        screens.put(
                "alert-far",
                message(ALERTS.alert(far(NORTHWIND, true, Cast.account(NORTHWIND)), due(MAYA, Optional.empty()))));
        AlertView far = far(NORTHWIND, true, Cast.account(NORTHWIND));
        AlertView asked = new AlertView(
                far.account(), far.deal(), true, Optional.empty(), Optional.of("REQ-1"), far.roster(), far.handbook());
        screens.put("alert-far-asked", message(ALERTS.alert(asked, due(MAYA, Optional.empty()))));
        Account publicSector =
                Cast.account(KESTREL).with(Segment.PUBSEC, "AMER_WEST", Optional.empty(), Optional.empty());
        screens.put(
                "alert-far-undecided",
                message(ALERTS.alert(far(KESTREL, true, publicSector), due(MAYA, Optional.empty()))));
        screens.put(
                "alert-far-pool",
                message(ALERTS.alert(
                        far(KESTREL, false, Cast.account(KESTREL).withCsm(Account.SCALE)),
                        due(MAYA, Optional.empty()))));
    }

    private static StageForm form(Stage to, boolean alone) {
        Wish wish = new Wish(
                Optional.of(to), Optional.of(deal().closeDate()), Optional.of(deal().closeDate()), Optional.empty());
        return new StageForm(Cast.account(NORTHWIND), deal(), wish, "Maya", alone, Optional.empty(), Cast.HANDBOOK);
    }

    private static StageForm tam(StageForm form) {
        return new StageForm(
                form.account(), form.deal(), form.wish(), "Maya", false, Optional.empty(), Handbook.builtIn("tam"));
    }

    private static Reversal asked(Stage from, Stage to) {
        return new Reversal(
                7,
                Cast.account(NORTHWIND).id(),
                deal().id(),
                from,
                to,
                deal().closeDate(),
                Optional.empty(),
                "They begin anew, " + HOSTILE,
                SOL,
                MAYA,
                Cast.NOW,
                Reversal.State.PENDING,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static ReversalView seen(Reversal reversal) {
        return new ReversalView(reversal, Cast.account(NORTHWIND), deal(), Cast.ROSTER, Cast.HANDBOOK);
    }

    private static OnboardingView customer(Account account) {
        return customer(NORTHWIND, account, Cast.HANDBOOK);
    }

    private static OnboardingView customer(String name, Account account, Handbook handbook) {
        Opportunity known = Cast.opportunity(name);
        Opportunity won = known.moved(Stage.CLOSED_WON, known.closeDate());
        Onboarding onboarding = Onboarding.begin(
                Optional.empty(),
                account.id(),
                won.id(),
                LocalDate.of(2024, 4, 20),
                handbook.timings().onboarding());
        Map<Role, String> team = Cast.team(name);
        Routing routing = Routing.of(Cast.ROSTER, account.region(), account.segment());
        return new OnboardingView(onboarding, account, won, team, routing, Optional.empty(), Cast.ROSTER, handbook);
    }

    private static OnboardingView takenBack(OnboardingView view) {
        return new OnboardingView(
                view.onboarding().undone(),
                view.account(),
                deal(),
                view.team(),
                view.routing(),
                view.request(),
                view.roster(),
                view.handbook());
    }

    private static AlertView far(String name, boolean due, Account account) {
        Opportunity deal = Cast.opportunity(name).moved(Stage.NEGOTIATING, Cast.TODAY);
        return new AlertView(account, deal, due, Optional.empty(), Optional.empty(), Cast.ROSTER, Cast.HANDBOOK);
    }

    private static Opportunity deal() {
        return Cast.opportunity(NORTHWIND);
    }

    private static Due due(String recipient, Optional<String> insteadOf) {
        return new Due("key", "kind", "subject:1", recipient, insteadOf, false, Cast.NOW, Cast.NOW);
    }

    private static JsonObject view(View view) {
        return JsonParser.parseString(GsonFactory.createSnakeCase().toJson(view))
                .getAsJsonObject();
    }

    private static JsonObject part(Part part) {
        return message(new Message("card", Blocks.json(part.blocks())));
    }

    private static JsonObject message(Message message) {
        JsonObject json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", JsonParser.parseString(message.blocks()));
        return json;
    }
}
