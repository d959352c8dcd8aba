package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.handbook.Misconfigured;
import dev.baton.handbook.Problem;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RosterYamlTest {
    @Test
    void the_cast_is_as_it_is_told() {
        String people =
                RosterYaml.cast().people().stream().map(RosterYamlTest::row).collect(Collectors.joining("\n"));
        assertThat(people).isEqualTo("""
                        Sol | U0SOL | [SAE] | [AMER_EAST] | America/New_York |
                        Ada | U0ADA | [AE] | [AMER_WEST] | America/Los_Angeles |
                        Remy | U0REMY | [SMB_ADVOCATE] | [AMER_WEST] | America/Chicago |
                        Sam | U0SAM | [SA] | [AMER_EAST] | America/New_York |
                        Pablo | U0PABLO | [SA] | [AMER_WEST] | America/Los_Angeles |
                        Ines | U0INES | [SA] | [EMEA] | Europe/Madrid |
                        Lena | U0LENA | [SA_LEADER] | [AMER_EAST, AMER_WEST] | America/New_York |
                        Cleo | U0CLEO | [CSM] | [AMER_EAST] | America/New_York | 12
                        Cyrus | U0CYRUS | [CSM] | [EMEA] | Europe/Berlin | 10
                        Cora | U0CORA | [CSE] | [AMER_WEST] | America/Los_Angeles |
                        Maya | U0MAYA | [CSM_MANAGER] | [AMER_EAST, AMER_WEST] | America/New_York |
                        Mona | U0MONA | [CSM_MANAGER] | [AMER_EAST] | America/New_York |
                        Milo | U0MILO | [CSM_MANAGER] | [EMEA, APAC] | Europe/London |
                        Petra | U0PETRA | [PSE] | [AMER_EAST] | America/New_York |
                        Dana | U0DANA | [SDR] | [AMER_EAST] | America/New_York |
                        Otto | U0OTTO | [ADMIN] | [] | UTC |""");
    }

    private static String row(Person person) {
        String capacity =
                person.capacity().isPresent() ? " " + person.capacity().getAsInt() : "";
        return person.name() + " | " + person.slackId() + " | " + person.roles() + " | " + person.regions() + " | "
                + person.zone() + " |" + capacity;
    }

    @Test
    void the_regions_of_the_cast_are_as_they_are_told() {
        Roster cast = RosterYaml.cast();
        assertThat(cast.regions().values().stream().map(RosterYamlTest::row))
                .containsExactly(
                        "AMER_EAST Americas East U0MAYA U0MONA us",
                        "AMER_WEST Americas West U0MAYA U0MONA us",
                        "EMEA EMEA U0MILO U0MAYA gb",
                        "APAC APAC U0MILO U0MAYA sg",
                        "LATAM Latin America - - br");
        assertThat(cast.defaultManager()).contains("U0MAYA");
        assertThat(cast.cseChannel()).contains("C0CSE");
        assertThat(cast.warnings()).containsExactly("LATAM has no manager: requests go to the default manager U0MAYA");
    }

    private static String row(Region region) {
        return String.join(
                " ",
                region.key(),
                region.name(),
                region.manager().orElse("-"),
                region.backup().orElse("-"),
                region.holidays());
    }

    @Test
    void nobody_holds_a_mere_place_on_a_team() {
        String people = "people:\n  - { slack: U0SAM, name: Sam, roles: [SERVICING_SA] }\n";
        assertThat(problemsOf(people)).contains("people[0].roles[0]: 'SERVICING_SA' is not a role");
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_line() {
        assertThat(problemsOf("""
                        regions:
                          AMER_EAST: { name: Americas East, manager: U0MAYA, backup: U0SAM, zone: America/NewYork, holidays: zz }
                          EMEA:
                            manger: U0MAYA
                            manager: U0MILO
                            zone: Europe/London
                            segments: { ENTERPRIZE: { manager: U0MAYA } }
                          apac: { name: APAC, zone: Asia/Singapore }
                        defaults: { cse_channel: '#cse' }
                        people:
                          - { slack: U0MAYA, name: Maya, roles: [CSM_MANGER], region: AMER_EAST }
                          - { slack: U0SAM, name: Sam, roles: [SA], region: [AMER_EAST, AMER_WEST] }
                          - { slack: U0SAM, name: Samuel, roles: SA }
                          - { slack: sam@example.com, name: Sam }
                          - { name: "", roles: [], capacity: many }
                          - { slack: U0CLEO, name: Cleo, roles: [CSM], off: [2024-03-22..2024-03-18, 2024-02-30, soon] }
                          - Cora
                        """)).isEqualTo("""
                        people.yml:2 regions.AMER_EAST.manager: 'U0MAYA' (Maya) does not have the role CSM_MANAGER
                        people.yml:2 regions.AMER_EAST.backup: 'U0SAM' (Sam) does not have the role CSM_MANAGER
                        people.yml:2 regions.AMER_EAST.zone: 'America/NewYork' is not a time zone such as Europe/Berlin
                        people.yml:2 regions.AMER_EAST.holidays: 'zz' is not a calendar of holidays: a country such as us or gb, or a part of one such as us-ny
                        people.yml:3 regions.EMEA.name: is missing
                        people.yml:4 regions.EMEA.manger: is not known here; did you mean 'manager'?
                        people.yml:5 regions.EMEA.manager: 'U0MILO' is not a person in people; there is U0MAYA, U0SAM, U0CLEO
                        people.yml:7 regions.EMEA.segments.ENTERPRIZE: is not a segment; did you mean 'ENTERPRISE'?
                        people.yml:8 regions.apac: is not a key of a region: capital letters, digits and _ such as AMER_EAST
                        people.yml:8 regions.apac: has no manager, and there is no defaults.manager to step in
                        people.yml:9 defaults.cse_channel: '#cse' is not the id of a channel, such as C0CSE
                        people.yml:11 people[0].roles[0]: 'CSM_MANGER' is not a role; did you mean 'CSM_MANAGER'?
                        people.yml:12 people[1].region[1]: 'AMER_WEST' is not a region of this file; did you mean 'AMER_EAST'?
                        people.yml:13 people[2].slack: 'U0SAM' is already Sam above
                        people.yml:14 people[3].slack: 'sam@example.com' is not a Slack member id, such as U0SAM
                        people.yml:14 people[3].roles: is missing
                        people.yml:15 people[4]: has neither slack nor email
                        people.yml:15 people[4].capacity: 'many' is not a number of accounts from 1 to 999
                        people.yml:15 people[4].name: is blank
                        people.yml:15 people[4].roles: names no role
                        people.yml:16 people[5].off[0]: '2024-03-22..2024-03-18' is not a day such as 2024-03-18, or days such as 2024-03-18..2024-03-22
                        people.yml:16 people[5].off[1]: '2024-02-30' is not a day such as 2024-03-18, or days such as 2024-03-18..2024-03-22
                        people.yml:16 people[5].off[2]: 'soon' is not a day such as 2024-03-18, or days such as 2024-03-18..2024-03-22
                        people.yml:17 people[6]: is a single value where fields are expected, such as 'name: value'""");
    }

    private static String problemsOf(String text) {
        Misconfigured all = catchThrowableOfType(Misconfigured.class, () -> RosterYaml.parse("people.yml", text));
        return all.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void a_person_may_be_entered_by_email_and_found_in_slack_later() {
        Roster roster = RosterYaml.parse("people.yml", """
                regions: { EMEA: { name: EMEA, manager: Milo@Example.com, zone: Europe/London } }
                people:
                  - { email: milo@example.com, name: Milo, roles: [CSM_MANAGER, ADMIN], region: EMEA }
                """);
        assertThat(roster.unresolved()).containsExactly("milo@example.com");
        assertThat(roster.person("")).isEmpty();

        Roster resolved = roster.resolved(Map.of("milo@example.com", "U0MILO"));
        assertThat(resolved.unresolved()).isEmpty();
        assertThat(resolved.person("U0MILO").map(Person::name)).contains("Milo");
        assertThat(resolved.regions().values()).extracting(Region::manager).containsExactly(Optional.of("U0MILO"));
        assertThat(roster.resolved(Map.of())).isEqualTo(roster);
    }

    @Test
    void a_segment_may_have_keepers_of_its_own() {
        Roster roster = RosterYaml.parse("people.yml", """
                regions:
                  EMEA:
                    name: EMEA
                    manager: U0MILO
                    backup: U0MAYA
                    zone: Europe/London
                    segments: { PUBSEC: { manager: U0MONA } }
                people:
                  - { slack: U0MILO, name: Milo, roles: [CSM_MANAGER, ADMIN] }
                  - { slack: U0MAYA, name: Maya, roles: [CSM_MANAGER] }
                  - { slack: U0MONA, name: Mona, roles: [CSM_MANAGER] }
                """);
        Region emea = roster.regions().values().iterator().next();
        assertThat(emea.keepers(Segment.SMB).manager()).contains("U0MILO");
        assertThat(emea.keepers(Segment.PUBSEC).manager()).contains("U0MONA");
        assertThat(emea.keepers(Segment.PUBSEC).backup()).contains("U0MAYA");
        assertThat(roster.with(Role.CSM_MANAGER)).extracting(Person::name).containsExactly("Milo", "Maya", "Mona");
    }

    @Test
    void days_off_include_the_first_and_the_last() {
        Roster roster = RosterYaml.parse("people.yml", """
                regions: {}
                people:
                  - { slack: U0CLEO, name: Cleo, roles: CSM, off: [2024-03-18..2024-03-22, 2024-05-02] }
                """);
        Person cleo = roster.people().get(0);
        assertThat(List.of("2024-03-17", "2024-03-18", "2024-03-22", "2024-03-23", "2024-05-02"))
                .map(day -> cleo.away(LocalDate.parse(day)))
                .containsExactly(false, true, true, false, true);
    }

    @Test
    void the_fingerprint_changes_with_the_text() {
        String text = "regions: {}\npeople: [{ slack: U0OTTO, name: Otto, roles: ADMIN }]\n";
        Roster one = RosterYaml.parse("a.yml", text);
        assertThat(one.fingerprint())
                .hasSize(64)
                .isEqualTo(RosterYaml.parse("b.yml", text).fingerprint());
        assertThat(RosterYaml.parse("a.yml", text + "# changed\n").fingerprint())
                .isNotEqualTo(one.fingerprint());
    }

    @Test
    void a_file_that_is_not_there_is_a_problem_in_words() {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> RosterYaml.load(Path.of("/nowhere/people.yml")))
                .withMessage("/nowhere/people.yml: does not exist");
    }
}
