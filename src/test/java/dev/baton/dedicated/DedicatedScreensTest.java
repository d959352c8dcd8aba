package dev.baton.dedicated;

import static dev.baton.Cast.HELIO;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.baton.Cast;
import dev.baton.Goldens;
import dev.baton.SlackLimits;
import dev.baton.account.Account;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of an announcement, as it was looked at and found good. */
class DedicatedScreensTest {
    private static final String FOLDER = "screens/dedicated";
    private static final DedicatedScreens SCREENS = new DedicatedScreens();

    static List<String> names() {
        return List.copyOf(screens().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_screen_is_as_it_was_found_good_and_within_the_limits_of_slack(String name) {
        JsonObject screen = screen(name);
        assertThat(SlackLimits.ofMessage(screen)).isEmpty();
        Goldens.check(FOLDER + "/" + name + ".json", Goldens.pretty(screen.toString()));
    }

    @Test
    void no_screen_is_kept_that_is_drawn_no_more() {
        assertThat(Goldens.names(FOLDER))
                .containsExactlyElementsOf(
                        names().stream().map(name -> name + ".json").sorted().toList());
    }

    private static JsonObject screen(String name) {
        return Optional.ofNullable(screens().get(name)).orElseThrow();
    }

    private static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        Reading nobody = reading(HELIO, announced(Optional.of(SOL)), Map.of());
        Reading samRead = reading(HELIO, announced(Optional.of(SOL)), Map.of(SAM, Cast.NOW));
        Reading cleared = reading(HELIO, announced(Optional.of(SOL)).clear().next(), Map.of(SAM, Cast.NOW));
        screens.put("manager-announced", message(SCREENS.manager(nobody, due(MAYA, Optional.empty()))));
        screens.put("manager-one-has-read", message(SCREENS.manager(samRead, due(MAYA, Optional.empty()))));
        screens.put("manager-stand-in", message(SCREENS.manager(nobody, due(MONA, Optional.of(MAYA)))));
        screens.put("manager-cleared", message(SCREENS.manager(cleared, due(MAYA, Optional.empty()))));
        screens.put(
                "manager-no-codename",
                message(SCREENS.manager(
                        reading(KESTREL, announced(Optional.empty()), Map.of()), due(MAYA, Optional.empty()))));
        screens.put("member-to-read", message(SCREENS.member(nobody, SAM)));
        screens.put("member-who-set-it", message(SCREENS.member(nobody, SOL)));
        screens.put("member-has-read", message(SCREENS.member(samRead, SAM)));
        screens.put("member-has-left", message(SCREENS.member(nobody, PABLO)));
        screens.put("member-cleared", message(SCREENS.member(cleared, SOL)));
        screens.put("member-tam", message(SCREENS.member(tam(nobody), SAM)));
        screens.put("card", message(new Message("card", Blocks.json(List.of(SCREENS.line(samRead, Cast.TODAY))))));
        return screens;
    }

    private static Announcement announced(Optional<String> by) {
        return Announcement.announce(Optional.empty(), Cast.account(HELIO).id(), MAYA, Set.of(SOL, SAM), by, Cast.NOW)
                .next();
    }

    private static Reading reading(String name, Announcement announcement, Map<String, Instant> readers) {
        Account known = Cast.account(name);
        Account account =
                known.with(known.segment(), known.region(), Optional.of(Deployment.DEDICATED), Optional.empty());
        return new Reading(
                announcement,
                account,
                Optional.of(Cast.opportunity(name)),
                new LinkedHashSet<>(List.of(SOL, SAM)),
                readers,
                Cast.ROSTER,
                Cast.HANDBOOK);
    }

    private static Reading tam(Reading reading) {
        return new Reading(
                reading.announcement(),
                reading.account(),
                reading.opportunity(),
                reading.team(),
                reading.readers(),
                reading.roster(),
                Handbook.builtIn("tam"));
    }

    private static Due due(String recipient, Optional<String> insteadOf) {
        return new Due("key", Announcement.MANAGER, "dedicated:1", recipient, insteadOf, false, Cast.NOW, Cast.NOW);
    }

    private static JsonObject message(Message message) {
        JsonObject json = new JsonObject();
        json.addProperty("text", message.text());
        json.add("blocks", JsonParser.parseString(message.blocks()));
        return json;
    }
}
