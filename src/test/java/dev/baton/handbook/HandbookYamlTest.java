package dev.baton.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandbookYamlTest {
    private static final String BUILT_IN = OperatorFile.builtIn("handbook.yml");

    @Test
    void the_built_in_gate_is_the_whole_table() {
        Handbook handbook = Handbook.builtIn();
        assertThat(handbook.profile()).isEqualTo("csm");
        assertThat(Arrays.stream(Stage.values()).map(handbook::gate))
                .containsExactly(
                        GateRule.TOO_EARLY,
                        GateRule.TOO_EARLY,
                        GateRule.TOO_EARLY,
                        GateRule.WITH_EVIDENCE,
                        GateRule.OPEN,
                        GateRule.LATE,
                        GateRule.LATE,
                        GateRule.LATE,
                        GateRule.AFTER_SALE,
                        GateRule.CLOSED,
                        GateRule.CLOSED,
                        GateRule.CLOSED);
    }

    @Test
    void the_built_in_thresholds_say_that_they_are_samples() {
        assertThat(Handbook.builtIn().thresholdsNote()).contains("sample figures");
        assertThat(Handbook.builtIn().thresholds(Segment.ENTERPRISE).csm().cents())
                .hasValue(10_000_000);
        assertThat(Handbook.builtIn().thresholds(Segment.SMB).csm()).isEqualTo(new Threshold.Never());
        assertThat(Handbook.builtIn().thresholds(Segment.PUBSEC)).isEqualTo(Thresholds.UNKNOWN);
    }

    @Test
    void the_built_in_words_times_topics_and_links_are_there() {
        Handbook handbook = Handbook.builtIn();
        assertThat(handbook.label(Role.SAE)).isEqualTo("SAE");
        assertThat(handbook.words().name(Role.SAE)).isEqualTo("Strategic Account Executive");
        assertThat(handbook.timings().requestNudge()).hasToString("1 business day");
        assertThat(handbook.timings().requestEscalate()).hasToString("2 business days");
        assertThat(handbook.topics().keySet())
                .containsExactly(
                        "transition",
                        "roles",
                        "qualify",
                        "salesforce",
                        "lam",
                        "stages",
                        "pov",
                        "introducing",
                        "decks",
                        "might-will",
                        "kickoff",
                        "dedicated",
                        "scale",
                        "information");
        assertThat(handbook.topic("stages").orElseThrow().links())
                .extracting(Link::address)
                .containsExactly(
                        URI.create("https://handbook.gitlab.com/handbook/sales/field-operations/gtm-resources/"));
        assertThat(handbook.link("lam").orElseThrow().access()).isEqualTo(Link.Access.INTERNAL);
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_line() {
        assertThat(problemsOf("""
                        profil: csm
                        vocabulary: { roles: { SEA: { label: SAE, name: Seller }, AE: [AE] } }
                        gate:
                          0-Pending Acceptance: to early
                          4-Propsal: open
                          4-Proposal: open
                          4-Proposal: late
                        thresholds:
                          segments:
                            ENTERPRISE: { csm: lots, cse: 30k }
                            MID_MARKET: { csm: 30k, cse: 50k }
                            GALACTIC: { csm: never }
                        timings: { request: { nudge: soonish, escalate: [1, 2] } }
                        base: handbook.example
                        links:
                          one: { text: One, url: "ftp://example.com/x" }
                          two: { text: Two, url: , acces: public }
                        topics:
                          Two Words: { title: T, text: x, source: s }
                          pov: { title: POV, text: "", links: [oen, two] }
                        """)).isEqualTo("""
                        policy.yml:1 profil: is not known here; did you mean 'profile'?
                        policy.yml:1 profile: is missing
                        policy.yml:2 vocabulary.roles.SEA: is not a role; did you mean 'SAE'?
                        policy.yml:2 vocabulary.roles.AE: is a list where fields are expected, such as 'name: value'
                        policy.yml:2 vocabulary.roles.SAE: is missing
                        policy.yml:2 vocabulary.roles.SMB_ADVOCATE: is missing
                        policy.yml:2 vocabulary.roles.SA: is missing
                        policy.yml:2 vocabulary.roles.CSM: is missing
                        policy.yml:2 vocabulary.roles.CSE: is missing
                        policy.yml:2 vocabulary.roles.CSM_MANAGER: is missing
                        policy.yml:2 vocabulary.roles.SA_LEADER: is missing
                        policy.yml:2 vocabulary.roles.SDR: is missing
                        policy.yml:2 vocabulary.roles.PSE: is missing
                        policy.yml:2 vocabulary.roles.ADMIN: is missing
                        policy.yml:3 gate.1-Discovery: is missing
                        policy.yml:3 gate.2-Scoping: is missing
                        policy.yml:3 gate.3-Technical Evaluation: is missing
                        policy.yml:3 gate.5-Negotiating: is missing
                        policy.yml:3 gate.6-Awaiting Signature: is missing
                        policy.yml:3 gate.7-Closing: is missing
                        policy.yml:3 gate.Closed Won: is missing
                        policy.yml:3 gate.8-Closed Lost: is missing
                        policy.yml:3 gate.9-Unqualified: is missing
                        policy.yml:3 gate.10-Duplicate: is missing
                        policy.yml:4 gate.0-Pending Acceptance: 'to early' is not a rule of the gate; did you mean 'too early'?
                        policy.yml:5 gate.4-Propsal: is not a stage; did you mean '4-Proposal'?
                        policy.yml:7 gate.4-Proposal: stands here a second time; the first is in line 6
                        policy.yml:10 thresholds.segments.ENTERPRISE.csm: 'lots' is not an amount of US dollars such as 100000 or 100k, or 'never'
                        policy.yml:11 thresholds.segments.MID_MARKET.cse: is not below csm, so that nobody would ever be sent to the pool
                        policy.yml:12 thresholds.segments.GALACTIC: is not a segment; there is ENTERPRISE, MID_MARKET, SMB, PUBSEC
                        policy.yml:13 timings.request.nudge: 'soonish' is not a span such as '2 business days' or '4 hours'
                        policy.yml:13 timings.request.escalate: is a list where one value is expected
                        policy.yml:14 base: 'handbook.example' is not an address such as https://handbook.example.com
                        policy.yml:16 links.one.url: 'ftp://example.com/x' is not an address: https://…, or /… below base
                        policy.yml:17 links.two.acces: is not known here; did you mean 'access'?
                        policy.yml:19 topics.Two Words: is not a word to type after '/baton help': small letters and hyphens only
                        policy.yml:20 topics.pov.links[0]: 'oen' is not a link of this file; did you mean 'one'?
                        policy.yml:20 topics.pov.text: is blank
                        policy.yml:20 topics.pov.source: is missing""");
    }

    private static String problemsOf(String text) {
        Misconfigured all = catchThrowableOfType(Misconfigured.class, () -> HandbookYaml.parse("policy.yml", text));
        return all.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void a_reminder_after_the_escalation_is_a_problem() {
        assertThat(problemsOf(BUILT_IN.replace("nudge: 1 business", "nudge: 2 business")))
                .endsWith("timings.request.escalate: '2 business days' is not later than nudge, 2 business days");
    }

    @Test
    void a_link_without_address_is_hidden_wherever_it_is_named() {
        Handbook handbook = HandbookYaml.parse(
                "policy.yml", BUILT_IN.replace("url: https://internal.gitlab.com/handbook/sales/lam/", "url: "));
        assertThat(handbook.link("lam")).isEmpty();
        assertThat(handbook.topic("lam").orElseThrow().links()).isEmpty();
    }

    @Test
    void what_is_no_yaml_is_a_problem_with_its_line() {
        assertThat(problemsOf("profile: csm\ngate: [open\ntimings: {}\n")).startsWith("policy.yml:3: is not YAML: ");
        assertThat(problemsOf("profile: csm\n\tgate: x\n")).startsWith("policy.yml:2: is not YAML: ");
        assertThat(problemsOf("profile: csm\ngate: \u0007\n")).startsWith("policy.yml:2: ");
        assertThat(problemsOf("a: 1\n---\nb: 2\n")).contains("is not YAML: ");
        assertThat(problemsOf("profile: *nobody\n")).contains("is not YAML: ");
        assertThat(problemsOf("")).startsWith("policy.yml:1: is empty");
        assertThat(problemsOf("# nothing but words\n")).startsWith("policy.yml:1: is empty");
        assertThat(problemsOf("- a\n- b\n")).startsWith("policy.yml:1: is a list where fields are expected");
    }

    @Test
    void nested_brackets_and_multiplying_aliases_are_refused_before_they_cost_anything() {
        assertThat(problemsOf("gate: " + "[".repeat(200_000)))
                .isEqualTo("policy.yml:1: is nested more than 20 levels deep");
        assertThat(problemsOf("a: &a [x]\nb: [" + "*a, ".repeat(50) + "]\n"))
                .isEqualTo("policy.yml:2: has more than 40 aliases (*name); write them out");
        assertThat(problemsOf("links: &self { one: *self }\n")).contains("links.one.one: is not known here");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_not_matter() {
        String windows = "\ufeff" + BUILT_IN.replace("\n", "\r\n");
        assertThat(HandbookYaml.parse("policy.yml", windows)).isEqualTo(Handbook.builtIn());
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem_in_words(@TempDir Path folder) throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.yml"), "profile: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertUnreadable(latin, "is not UTF-8 text");
        assertUnreadable(folder, "is a folder, not a file");
        assertUnreadable(folder.resolve("none.yml"), "does not exist");
        Path large = Files.writeString(folder.resolve("large.yml"), "#".repeat(3 * 1024 * 1024));
        assertUnreadable(large, "is larger than 2 MiB; a file of this kind has a few kilobytes");
    }

    private static void assertUnreadable(Path file, String why) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> HandbookYaml.load(file))
                .withMessage(file + ": " + why);
    }
}
