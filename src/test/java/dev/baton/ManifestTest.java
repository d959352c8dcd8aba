package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.baton.slack.Courier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Slack is told of the app is what the app is: no command without an answer, no scope without a use. */
class ManifestTest {
    /** What Slack asks for, for each method of its Web API that Baton calls. Empty: the token alone. */
    private static final Map<String, Set<String>> NEEDS = Map.ofEntries(
            Map.entry("authTest", Set.of()),
            // By the app's own token, whose one scope, connections:write, stands in no manifest.
            Map.entry("appsConnectionsOpen", Set.of()),
            Map.entry("viewsOpen", Set.of()),
            Map.entry("viewsPush", Set.of()),
            Map.entry("viewsUpdate", Set.of()),
            Map.entry("viewsPublish", Set.of()),
            Map.entry("chatPostMessage", Set.of("chat:write")),
            Map.entry("chatPostEphemeral", Set.of("chat:write")),
            Map.entry("chatUpdate", Set.of("chat:write")),
            Map.entry("conversationsOpen", Set.of("im:write")),
            Map.entry("conversationsHistory", Set.of("channels:history", "groups:history", "im:history")),
            Map.entry("conversationsReplies", Set.of("channels:history", "groups:history", "im:history")),
            Map.entry("conversationsInfo", Set.of("channels:read", "groups:read")),
            Map.entry("usersInfo", Set.of("users:read")),
            Map.entry("usersLookupByEmail", Set.of("users:read.email")));

    /** The same for the events that are listened to. */
    private static final Map<String, Set<String>> EVENT_NEEDS = Map.of(
            "app_mention",
            Set.of("app_mentions:read"),
            "message.im",
            Set.of("im:history"),
            "user_change",
            Set.of("users:read"));

    private static Registered registered;
    private static Object manifest;

    @BeforeAll
    static void read_both_sides(@TempDir Path folder) throws IOException {
        manifest = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("manifest.yml")));
        try (Wiring wiring = Assembled.in(folder)) {
            registered = new Registered(wiring.features());
        }
    }

    @Test
    void the_commands_are_those_that_are_answered() {
        assertThat(texts("features.slash_commands", "command"))
                .containsExactlyInAnyOrderElementsOf(registered.commands);
        assertThat(registered.commands).contains("/request-csm");
    }

    @Test
    void the_shortcuts_are_those_that_are_answered() {
        Set<String> told = list("features.shortcuts").stream()
                .map(each -> at(each, "type") + " " + at(each, "callback_id"))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(registered.shortcuts);
    }

    /** The code listens to messages; the manifest says to which kind of conversation's, behind a dot. */
    @Test
    void the_events_are_those_that_are_listened_to() {
        assertThat(list("settings.event_subscriptions.bot_events"))
                .map(event -> String.valueOf(event).replaceFirst("\\..*", ""))
                .containsExactlyInAnyOrderElementsOf(registered.events);
    }

    @Test
    void interactivity_is_on_because_buttons_and_forms_are_answered() {
        assertThat(registered.interactions).isNotEmpty();
        assertThat(at(manifest, "settings.interactivity.is_enabled")).isEqualTo(true);
    }

    /** Whoever has an address puts it in and turns this off; whoever has none need not change a letter. */
    @Test
    void as_it_stands_it_needs_no_address() {
        assertThat(at(manifest, "settings.socket_mode_enabled")).isEqualTo(true);
    }

    @Test
    void everything_is_sent_to_the_one_door() {
        List<String> addresses = new ArrayList<>(texts("features.slash_commands", "url"));
        addresses.add(String.valueOf(at(manifest, "settings.interactivity.request_url")));
        if (!registered.events.isEmpty()) {
            addresses.add(String.valueOf(at(manifest, "settings.event_subscriptions.request_url")));
        }
        assertThat(addresses).allMatch(url -> url.startsWith("https://") && url.endsWith("/slack/events"));
        assertThat(Set.copyOf(addresses)).as("one address to put in").hasSize(1);
    }

    @Test
    void the_scopes_are_the_fewest_that_do() {
        Set<String> needed = new TreeSet<>(Set.of("commands"));
        for (String method : called()) {
            assertThat(NEEDS)
                    .as("the scopes %s needs, to be looked up and entered here", method)
                    .containsKey(method);
            needed.addAll(NEEDS.getOrDefault(method, Set.of()));
        }
        for (Object event : list("settings.event_subscriptions.bot_events")) {
            assertThat(EVENT_NEEDS).as("the scopes %s needs", event).containsKey(String.valueOf(event));
            needed.addAll(EVENT_NEEDS.getOrDefault(String.valueOf(event), Set.of()));
        }
        assertThat(list("oauth_config.scopes.bot")).map(String::valueOf).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(at(manifest, "oauth_config.scopes.user"))
                .as("nothing is done in a person's name")
                .isEqualTo("");
    }

    @Test
    void the_texts_keep_to_the_lengths_of_slack() {
        length("display_information.name", 1, 35);
        length("display_information.description", 1, 140);
        length("display_information.long_description", 175, 4000);
        length("features.bot_user.display_name", 1, 80);
        assertThat(String.valueOf(at(manifest, "features.bot_user.display_name")))
                .matches("[\\w.-]+");
        assertThat(String.valueOf(at(manifest, "display_information.background_color")))
                .matches("#(?:[0-9a-fA-F]{3}){1,2}");
    }

    @Test
    void the_commands_keep_to_the_limits_of_slack() {
        List<Object> commands = list("features.slash_commands");
        assertThat(commands).hasSizeBetween(1, 50).allSatisfy(command -> {
            assertThat(text(command, "command")).matches("/[a-z0-9_-]{1,31}");
            assertThat(text(command, "description")).hasSizeBetween(1, 2000);
            assertThat(text(command, "usage_hint")).hasSizeBetween(1, 1000);
            assertThat(text(command, "url")).hasSizeLessThanOrEqualTo(3000);
        });
        assertThat(texts("features.slash_commands", "command")).doesNotHaveDuplicates();
        assertThat(list("features.shortcuts")).hasSizeLessThanOrEqualTo(10).allSatisfy(shortcut -> {
            assertThat(text(shortcut, "name")).hasSizeBetween(1, 24);
            assertThat(text(shortcut, "description")).hasSizeBetween(1, 150);
            assertThat(text(shortcut, "callback_id")).hasSizeBetween(1, 255);
        });
    }

    /** The methods of Slack's client that are called anywhere in the house, read from the compiled classes. */
    private static Set<String> called() {
        Path classes = Path.of(Courier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Set<String> called = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter().importPath(classes)) {
            each.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(MethodsClient.class))
                    .forEach(call -> called.add(call.getName()));
        }
        assertThat(called).isNotEmpty();
        return called;
    }

    private static void length(String path, int least, int most) {
        assertThat(text(manifest, path)).as(path).hasSizeBetween(least, most);
    }

    private static List<String> texts(String path, String of) {
        return list(path).stream().map(each -> text(each, of)).toList();
    }

    private static List<Object> list(String path) {
        Object found = at(manifest, path);
        return found instanceof List<?> list ? List.<Object>copyOf(list) : List.of();
    }

    private static String text(Object from, String path) {
        return String.valueOf(at(from, path));
    }

    /** What stands at the end of a path; an empty text where nothing does. */
    private static Object at(Object from, String path) {
        Object found = from;
        for (String step : path.split("\\.", -1)) {
            Object next = found instanceof Map<?, ?> map ? map.get(step) : null;
            if (next == null) {
                return "";
            }
            found = next;
        }
        return found;
    }
}
