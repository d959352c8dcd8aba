package dev.baton.account;

import dev.baton.handbook.LocatedYaml;
import dev.baton.handbook.Misconfigured;
import dev.baton.handbook.OperatorFile;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a people file. What it may hold is told in the comments of cast-roster.yml. */
public final class RosterYaml {
    private static final String CAST = "cast-roster.yml";
    private static final Pattern SLACK_ID = Pattern.compile("[UW][A-Z0-9]{2,}");
    private static final Pattern CHANNEL_ID = Pattern.compile("[CG][A-Z0-9]{2,}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern REGION_KEY = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CALENDAR = Pattern.compile("[a-z]{2}(?:-[a-z0-9]+)*");
    private static final Map<String, Role> ROLES = Arrays.stream(Role.values())
            .filter(Role::ofPeople)
            .collect(Collectors.toMap(Role::name, Function.identity()));
    private static final Map<String, Segment> SEGMENTS =
            Arrays.stream(Segment.values()).collect(Collectors.toMap(Segment::name, Function.identity()));

    private final LocatedYaml root;
    private final Map<String, Person> known = new LinkedHashMap<>();

    private RosterYaml(LocatedYaml root) {
        this.root = root;
    }

    /**
     * The people in an operator's file.
     *
     * @throws Misconfigured with every problem of the file
     */
    public static Roster load(Path file) {
        return parse(file.toString(), OperatorFile.read(file));
    }

    /** The invented people of the demo. */
    public static Roster cast() {
        return parse(CAST, OperatorFile.builtIn(CAST));
    }

    /**
     * The people in a text.
     *
     * @throws Misconfigured with every problem of the text, under that file name
     */
    public static Roster parse(String fileName, String text) {
        return new RosterYaml(LocatedYaml.of(fileName, text)).read(fingerprint(text));
    }

    private Roster read(String fingerprint) {
        root.only("regions", "defaults", "people");
        LocatedYaml regions = root.required("regions");
        List<Person> people = people(root.required("people"), regions.entries());
        LocatedYaml defaults = root.optional("defaults").only("manager", "cse_channel");
        Optional<String> manager = manager(defaults.optional("manager"));
        Optional<String> channel = defaults.optional("cse_channel")
                .as("the id of a channel, such as C0CSE", text -> matching(CHANNEL_ID, text));
        Map<String, Region> found = new LinkedHashMap<>();
        regions.entries().forEach((key, region) -> found.put(key, region(key, region)));
        boolean defaulted = defaults.optional("manager").present();
        if (!defaulted) {
            regions.entries().forEach(RosterYaml::needManager);
        }
        root.throwProblems();
        return new Roster(found, manager, channel, people, fingerprint);
    }

    private static void needManager(String key, LocatedYaml region) {
        boolean everySegment = SEGMENTS.keySet().stream()
                .allMatch(name -> region.optional("segments")
                        .optional(name)
                        .optional("manager")
                        .present());
        if (!region.optional("manager").present() && !everySegment) {
            region.problem("has no manager, and there is no defaults.manager to step in");
        }
    }

    private List<Person> people(LocatedYaml list, Map<String, LocatedYaml> regions) {
        List<Person> people = new ArrayList<>();
        for (LocatedYaml item : list.items()) {
            Person person = person(item, regions);
            people.add(person);
            know(person.slackId(), item.optional("slack"), person);
            know(person.email().orElse(""), item.optional("email"), person);
        }
        if (list.present() && people.isEmpty()) {
            list.problem("names nobody");
        }
        return people;
    }

    private void know(String id, LocatedYaml place, Person person) {
        Person other = id.isEmpty() ? null : known.putIfAbsent(id, person);
        if (other != null) {
            place.problemQuoting(id, "is already " + other.name() + " above");
        }
    }

    private static Person person(LocatedYaml item, Map<String, LocatedYaml> regions) {
        item.only("slack", "email", "name", "roles", "region", "zone", "capacity", "off");
        Optional<String> slack =
                item.optional("slack").as("a Slack member id, such as U0SAM", text -> matching(SLACK_ID, text));
        Optional<String> email = item.optional("email")
                .as(
                        "an e-mail address",
                        text -> matching(EMAIL, text).map(address -> address.toLowerCase(Locale.ROOT)));
        if (item.holdsFields()
                && !item.optional("slack").present()
                && !item.optional("email").present()) {
            item.problem("has neither slack nor email");
        }
        List<String> where = item.optional("region").itemsOrOne().stream()
                .flatMap(region -> region.among("a region of this file", keys(regions)).stream())
                .distinct()
                .toList();
        String zone = item.optional("zone").present()
                ? zone(item.optional("zone"))
                : where.stream()
                        .findFirst()
                        .flatMap(key -> zoneOf(regions, key))
                        .orElse("UTC");
        OptionalInt capacity = item.optional("capacity")
                .as("a number of accounts from 1 to 999", RosterYaml::capacity)
                .orElse(OptionalInt.empty());
        List<TimeOff> off = item.optional("off").itemsOrOne().stream()
                .flatMap(
                        time -> time
                                .as(
                                        "a day such as 2024-03-18, or days such as 2024-03-18..2024-03-22",
                                        RosterYaml::timeOff)
                                .stream())
                .toList();
        String name = item.required("name").words();
        return new Person(slack.orElse(""), name, roles(item.required("roles")), where, zone, capacity, off, email);
    }

    private static Set<Role> roles(LocatedYaml list) {
        Set<Role> roles = new LinkedHashSet<>();
        list.itemsOrOne().forEach(role -> role.among("a role", ROLES).ifPresent(roles::add));
        if (list.present() && list.itemsOrOne().isEmpty()) {
            list.problem("names no role");
        }
        return roles;
    }

    private static Map<String, String> keys(Map<String, LocatedYaml> regions) {
        Map<String, String> keys = new LinkedHashMap<>();
        regions.keySet().forEach(key -> keys.put(key, key));
        return keys;
    }

    /** The region itself complains of a zone that is none; who lives there need not repeat it. */
    private static Optional<String> zoneOf(Map<String, LocatedYaml> regions, String key) {
        return Optional.ofNullable(regions.get(key))
                .flatMap(region -> region.optional("zone").text());
    }

    private Region region(String key, LocatedYaml region) {
        if (!REGION_KEY.matcher(key).matches()) {
            region.problem("is not a key of a region: capital letters, digits and _ such as AMER_EAST");
        }
        region.only("name", "manager", "backup", "zone", "holidays", "segments");
        Map<Segment, Region.Keepers> segments = new LinkedHashMap<>();
        region.optional("segments").entriesAmong("a segment", SEGMENTS).forEach((segment, keepers) -> {
            keepers.only("manager", "backup");
            segments.put(
                    segment,
                    new Region.Keepers(manager(keepers.optional("manager")), manager(keepers.optional("backup"))));
        });
        String name = region.required("name").words();
        Optional<String> manager = manager(region.optional("manager"));
        Optional<String> backup = manager(region.optional("backup"));
        String zone = zone(region.required("zone"));
        String holidays = region.optional("holidays")
                .as(
                        "a calendar of holidays: a country such as us or gb, or a part of one such as us-ny",
                        RosterYaml::calendar)
                .orElse("");
        return new Region(key, name, manager, backup, zone, holidays, segments);
    }

    /** Whoever keeps accounts has to exist here and to be a manager: otherwise a button would refuse its only user. */
    private Optional<String> manager(LocatedYaml place) {
        Optional<String> written = place.text().map(text -> text.contains("@") ? text.toLowerCase(Locale.ROOT) : text);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Person person = known.get(written.get());
        if (person == null) {
            place.among("a person in people", known);
            return Optional.empty();
        }
        if (!person.has(Role.CSM_MANAGER)) {
            place.problemQuoting(written.get(), "(" + person.name() + ") does not have the role CSM_MANAGER");
        }
        return Optional.of(person.reachable() ? person.slackId() : written.get());
    }

    private static String zone(LocatedYaml place) {
        return place.as(
                        "a time zone such as Europe/Berlin",
                        text -> ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(text) : Optional.empty())
                .orElse("UTC");
    }

    private static Optional<String> calendar(String text) {
        return CALENDAR.matcher(text).matches() && Holidays.known(text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<OptionalInt> capacity(String text) {
        return text.matches("[1-9][0-9]{0,2}") ? Optional.of(OptionalInt.of(Integer.parseInt(text))) : Optional.empty();
    }

    private static Optional<TimeOff> timeOff(String text) {
        String[] days = text.split("\\.\\.", -1);
        try {
            LocalDate first = LocalDate.parse(days[0].strip());
            LocalDate last = days.length == 1 ? first : LocalDate.parse(days[1].strip());
            return days.length > 2 || last.isBefore(first) ? Optional.empty() : Optional.of(new TimeOff(first, last));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
