package dev.baton.sandbox;

import dev.baton.sandbox.Workspace.App;
import dev.baton.sandbox.Workspace.Channel;
import dev.baton.sandbox.Workspace.Command;
import dev.baton.sandbox.Workspace.Manifest;
import dev.baton.sandbox.Workspace.Person;
import dev.baton.sandbox.Workspace.Said;
import dev.baton.sandbox.Workspace.Shortcut;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the two data files of a workspace and tells everything that is wrong with them at once. */
final class WorkspaceYaml {
    private final List<String> problems = new ArrayList<>();

    Workspace read(String workspaceYaml, String manifestYaml) {
        YamlNode root = load("workspace", workspaceYaml);
        root.only("workspace", "clock", "note", "app", "people", "channels", "directs", "messages");
        Manifest manifest = manifest(load("manifest", manifestYaml));
        YamlNode names = root.child("workspace");
        YamlNode app = root.child("app");
        App bot = new App(app.text("id"), app.text("bot"), app.text("user"), app.text("name"));
        List<Person> people = root.children("people").stream()
                .map(person -> person(person, names.text("team", "")))
                .toList();
        Set<String> everybody = new LinkedHashSet<>();
        people.forEach(person -> everybody.add(person.id()));
        everybody.add(bot.user());
        List<Channel> channels = root.children("channels").stream()
                .map(channel -> channel(channel, everybody))
                .toList();
        Instant start = start(root);
        Workspace read = new Workspace(
                names.text("name"),
                names.text("team"),
                names.text("domain", names.text("name").toLowerCase(Locale.ROOT)),
                start,
                root.text("note", ""),
                bot,
                people,
                channels,
                directs(root, everybody),
                messages(root, channels, everybody),
                manifest);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return read;
    }

    private YamlNode load(String label, String yaml) {
        try {
            Object loaded = new Load(LoadSettings.builder()
                            .setLabel(label)
                            .setAllowDuplicateKeys(false)
                            .build())
                    .loadFromString(yaml);
            return new YamlNode(label, loaded instanceof Map<?, ?> map ? map : Map.of(), problems);
        } catch (YamlEngineException unreadable) {
            problems.add(unreadable.getMessage());
            return new YamlNode(label, Map.of(), problems);
        }
    }

    private Instant start(YamlNode root) {
        String written = root.text("clock");
        try {
            return Instant.parse(written);
        } catch (DateTimeException notAnInstant) {
            problems.add("workspace.clock: '" + written + "' is not an instant such as 2024-03-04T09:00:00Z");
            return Instant.EPOCH;
        }
    }

    private Person person(YamlNode node, String team) {
        node.only("id", "name", "real_name", "title", "tz", "email", "team", "admin", "guest", "deleted");
        String name = node.text("name");
        return new Person(
                node.text("id"),
                name,
                node.text("real_name"),
                node.text("title", ""),
                zone(node),
                node.text("email", name + "@acme.example"),
                node.text("team", team),
                node.flag("admin"),
                node.flag("guest"),
                node.flag("deleted"));
    }

    private ZoneId zone(YamlNode node) {
        String written = node.text("tz");
        try {
            return ZoneId.of(written);
        } catch (DateTimeException unknown) {
            node.wrong("tz", "'" + written + "' is not a time zone such as Europe/Madrid");
            return ZoneOffset.UTC;
        }
    }

    private static Channel channel(YamlNode node, Set<String> everybody) {
        node.only("id", "name", "topic", "private", "archived", "shared", "members");
        Set<String> members = new LinkedHashSet<>();
        for (String member : node.texts("members")) {
            if (member.equals("everybody")) {
                members.addAll(everybody);
            } else if (everybody.contains(member)) {
                members.add(member);
            } else {
                node.wrong("members", "nobody is called " + member);
            }
        }
        return new Channel(
                node.text("id"),
                node.text("name"),
                node.text("topic", ""),
                node.flag("private"),
                node.flag("archived"),
                node.flag("shared"),
                Collections.unmodifiableSet(members));
    }

    private static List<List<String>> directs(YamlNode root, Set<String> everybody) {
        List<List<String>> pairs = new ArrayList<>();
        for (YamlNode each : root.children("directs")) {
            List<String> pair = each.only("between").texts("between");
            if (pair.size() == 2 && everybody.containsAll(pair)) {
                pairs.add(pair);
            } else {
                each.wrong("between", "is not two people of this file");
            }
        }
        return pairs;
    }

    private List<Said> messages(YamlNode root, List<Channel> channels, Set<String> everybody) {
        Set<String> places = new LinkedHashSet<>(everybody);
        channels.forEach(channel -> places.add(channel.id()));
        List<Said> said = new ArrayList<>();
        for (YamlNode each : root.children("messages")) {
            each.only("before", "in", "by", "text", "thread");
            String thread = each.text("thread", "-1");
            boolean answers = thread.matches("-1|\\d{1,6}") && Integer.parseInt(thread) < said.size();
            if (!answers) {
                each.wrong("thread", "'" + thread + "' is not the number of an earlier message");
            }
            among(each, "in", places);
            among(each, "by", everybody);
            said.add(new Said(
                    before(each),
                    each.text("in"),
                    each.text("by"),
                    each.text("text"),
                    answers ? Integer.parseInt(thread) : -1));
        }
        return said;
    }

    private static void among(YamlNode node, String key, Set<String> known) {
        if (!known.contains(node.text(key))) {
            node.wrong(key, "'" + node.text(key) + "' is not in this file");
        }
    }

    private static Duration before(YamlNode node) {
        try {
            return Duration.parse(node.text("before"));
        } catch (DateTimeException unreadable) {
            node.wrong("before", "'" + node.text("before") + "' is not a duration such as PT30M or P2DT3H");
            return Duration.ZERO;
        }
    }

    private static Manifest manifest(YamlNode root) {
        YamlNode features = root.child("features");
        YamlNode settings = root.child("settings");
        return new Manifest(
                features.children("slash_commands").stream()
                        .map(command -> new Command(
                                command.text("command"),
                                command.text("description"),
                                command.text("usage_hint", ""),
                                command.flag("should_escape")))
                        .toList(),
                features.children("shortcuts").stream()
                        .map(shortcut -> new Shortcut(
                                shortcut.text("name"),
                                shortcut.text("type"),
                                shortcut.text("callback_id"),
                                shortcut.text("description", "")))
                        .toList(),
                Set.copyOf(root.child("oauth_config").child("scopes").texts("bot")),
                Set.copyOf(settings.child("event_subscriptions").texts("bot_events")),
                settings.child("interactivity").flag("is_enabled"),
                features.child("app_home").flag("home_tab_enabled"));
    }
}
