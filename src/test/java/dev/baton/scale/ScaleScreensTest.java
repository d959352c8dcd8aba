package dev.baton.scale;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CORA;
import static dev.baton.Cast.HELIO;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.ROSTER;
import static dev.baton.Cast.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.account.Account;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.scale.Eligibility.Reader;
import dev.baton.scale.Suggestion.Cause;
import dev.baton.slack.Blocks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the pool, as it was looked at and found good. */
class ScaleScreensTest {
    private static final String FOLDER = "screens/scale";
    private static final Handbook HANDBOOK = Cast.HANDBOOK;
    private static final ScaleScreens SCREENS = new ScaleScreens();
    private static final Account SERVED = Cast.account(KESTREL).withCsm(Account.SCALE);
    private static final Engagement ASKED = asked(SERVED, Bench.NEED, Optional.empty());
    private static final Engagement ACCEPTED =
            ASKED.accept(CORA, ROSTER, Cast.NOW).next();
    private static final Engagement DECLINED = ASKED.decline(
                    CORA, "Name the version & the <!channel>, please.", ROSTER, Cast.NOW)
            .next();
    private static final Engagement DONE =
            ACCEPTED.finish(CORA, ROSTER, Cast.NOW).next();

    static List<String> names() {
        return List.copyOf(screens().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_screen_is_as_it_was_found_good_and_within_the_limits_of_slack(String name) {
        JsonObject screen = screen(name);
        assertThat(screen.has("type") ? SlackLimits.ofView(screen) : SlackLimits.ofMessage(screen))
                .isEmpty();
        assertThat(SlackLimits.markup(screen)).noneMatch(text -> text.contains("<!"));
        Goldens.check(FOLDER + "/" + name + ".json", Goldens.pretty(screen.toString()));
    }

    @Test
    void no_screen_is_kept_that_is_drawn_no_more() {
        assertThat(Goldens.names(FOLDER))
                .containsExactlyElementsOf(
                        names().stream().map(name -> name + ".json").sorted().toList());
    }

    @Test
    void what_a_channel_reads_of_a_customer_with_a_codename_names_nobody_of_theirs() {
        assertThat(screen("queue-codename").toString())
                .contains("Copper Finch")
                .doesNotContain(HELIO)
                .doesNotContain("Jo Park")
                .doesNotContain("pipelines");
    }

    @Test
    void a_direct_no_is_a_no() {
        assertThat(screen("brief-not-direct").toString()).contains("not to be contacted directly");
        assertThat(screen("accepted-not-direct").toString()).contains("does not contact the customer");
    }

    private static JsonObject screen(String name) {
        return Optional.ofNullable(screens().get(name)).orElseThrow();
    }

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        forms(screens);
        messages(screens);
        nudges(screens);
        offers(screens);
        return screens;
    }

    private static void forms(Map<String, JsonObject> screens) {
        FormScreens forms = new FormScreens(HANDBOOK);
        screens.put("form", view(forms.ask(new Opening(SERVED, Optional.empty()))));
        screens.put("form-flagged", view(forms.ask(new Opening(SERVED, Optional.of("The ARR is not known.")))));
        screens.put(
                "form-tam", view(new FormScreens(Handbook.builtIn("tam")).ask(new Opening(SERVED, Optional.empty()))));
        screens.put("decline", view(forms.decline(ASKED)));
    }

    private static void messages(Map<String, JsonObject> screens) {
        Account helio = Cast.account(HELIO).withCsm(Account.SCALE);
        Need quiet = new Need("Jo Park", "Onboarding", "CI & CD", "none", "SaaS", Optional.empty(), false);
        Engagement indirect = asked(SERVED, quiet, Optional.of("The ARR is not known: look at it."));
        Engagement indirectly = indirect.accept(CORA, ROSTER, Cast.NOW).next();
        screens.put("queue-open", message(SCREENS.queue(seen(ASKED, SERVED), due(Optional.empty()))));
        screens.put("queue-stand-in", message(SCREENS.queue(seen(ASKED, SERVED), due(Optional.of("C0CSE")))));
        screens.put("queue-flagged", message(SCREENS.queue(seen(indirect, SERVED), due(Optional.empty()))));
        screens.put("queue-accepted", message(SCREENS.queue(seen(ACCEPTED, SERVED), due(Optional.empty()))));
        screens.put("queue-declined", message(SCREENS.queue(seen(DECLINED, SERVED), due(Optional.empty()))));
        screens.put("queue-done", message(SCREENS.queue(seen(DONE, SERVED), due(Optional.empty()))));
        screens.put(
                "queue-codename",
                message(SCREENS.queue(seen(asked(helio, Bench.NEED, Optional.empty()), helio), due(Optional.empty()))));
        screens.put("receipt-open", message(SCREENS.receipt(seen(ASKED, SERVED))));
        screens.put("receipt-done", message(SCREENS.receipt(seen(DONE, SERVED))));
        screens.put("brief", message(SCREENS.brief(seen(ACCEPTED, SERVED))));
        screens.put("brief-codename", message(SCREENS.brief(seen(ACCEPTED, helio))));
        screens.put("brief-not-direct", message(SCREENS.brief(seen(indirectly, SERVED))));
        screens.put("accepted", message(SCREENS.accepted(seen(ACCEPTED, SERVED))));
        screens.put("accepted-not-direct", message(SCREENS.accepted(seen(indirectly, SERVED))));
        screens.put("declined", message(SCREENS.declined(seen(DECLINED, SERVED))));
        screens.put("done", message(SCREENS.done(seen(DONE, SERVED))));
        screens.put("waiting", message(SCREENS.waiting(seen(ASKED, SERVED))));
        screens.put("waiting-over", message(SCREENS.waiting(seen(ACCEPTED, SERVED))));
    }

    private static void nudges(Map<String, JsonObject> screens) {
        screens.put("nudge-tried", nudge(Cause.TRIED, SERVED, Optional.of(ADA), Optional.empty()));
        screens.put("nudge-redirected", nudge(Cause.REDIRECTED, SERVED, Optional.of(ADA), Optional.empty()));
        screens.put("nudge-asked", nudge(Cause.TRIED, SERVED, Optional.of(ADA), Optional.of(ASKED)));
        screens.put("nudge-has-a-csm", nudge(Cause.TRIED, SERVED.withCsm(CLEO), Optional.of(ADA), Optional.empty()));
        screens.put("nudge-no-owner", nudge(Cause.REDIRECTED, SERVED, Optional.empty(), Optional.empty()));
    }

    private static void offers(Map<String, JsonObject> screens) {
        screens.put("card-owner", blocks(SCREENS.offer(offer(Optional.empty(), true))));
        screens.put("card-open", blocks(SCREENS.offer(offer(Optional.of(ACCEPTED), true))));
        screens.put("card-once-done", blocks(SCREENS.offer(offer(Optional.of(DONE), true))));
        screens.put("card-onlooker", blocks(SCREENS.offer(offer(Optional.empty(), false))));
    }

    private static Offer offer(Optional<Engagement> latest, boolean mayFile) {
        return new Offer(SERVED, latest, eligible(SERVED), Optional.of(ADA), mayFile, false, ROSTER, HANDBOOK);
    }

    private static JsonObject nudge(Cause cause, Account account, Optional<String> owner, Optional<Engagement> since) {
        String by = cause == Cause.TRIED ? SAM : MAYA;
        Suggestion suggestion = new Suggestion(account.id(), Cast.TODAY, cause, by, owner.orElse(MAYA));
        return message(
                SCREENS.nudge(new NudgeView(suggestion, account, owner, since, eligible(account), ROSTER, HANDBOOK)));
    }

    private static Eligibility eligible(Account account) {
        return Eligibility.of(account, Optional.of(Cast.opportunity(KESTREL)), HANDBOOK, ROSTER, Reader.INSIDER);
    }

    private static Engagement asked(Account account, Need need, Optional<String> flag) {
        return Engagement.submit(1, account.id(), ADA, need, flag, List.of("C0CSE"), Cast.NOW)
                .next();
    }

    private static EngagementView seen(Engagement engagement, Account account) {
        Optional<LocalDate> followUp = engagement.answeredAt().map(since -> Cast.TODAY.plusDays(3));
        return new EngagementView(engagement, account, Cast.TODAY, followUp, ROSTER, HANDBOOK);
    }

    private static Due due(Optional<String> insteadOf) {
        return new Due("key", Engagement.QUEUE, "engagement:1", "C0CSE", insteadOf, false, Cast.NOW, Cast.NOW);
    }

    private static JsonObject view(View view) {
        return JsonParser.parseString(GsonFactory.createSnakeCase().toJson(view))
                .getAsJsonObject();
    }

    private static JsonObject blocks(List<LayoutBlock> blocks) {
        return message(new Message("card", Blocks.json(blocks)));
    }

    private static JsonObject message(Message message) {
        JsonObject json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", JsonParser.parseString(message.blocks()));
        return json;
    }
}
