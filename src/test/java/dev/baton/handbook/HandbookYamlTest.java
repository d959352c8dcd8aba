package dev.baton.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandbookYamlTest {
    private static final String BUILT_IN = OperatorFile.builtIn("handbook.yml");

    @Test
    void all_problems_are_told_at_once_each_with_its_line() {
        assertThat(problemsOf("""
                        profil: csm
                        vocabulary:
                          roles: { SEA: { label: SAE, name: Seller }, AE: [AE], SAE: { label: SAE, one: an SAE, name: "" } }
                          phrases: { the-pol: x, the-pool: the pool, account-team: team, salesforce-field: CSM }
                        fields: { lamb: { label: LAM }, lam: { hint: big }, stage: Stage }
                        gate:
                          stages:
                            0-Pending Acceptance: to early
                            4-Propsal: open
                            4-Proposal: open
                            4-Proposal: late
                            8-Closed Lost: late
                          reasons: { POV_COMPLETD: { box: POV }, EXPERTISE: { box: Ask, acepted: so } }
                          words: { point: now, early: "", open: o, late: l, after-sale: a, source: s }
                        thresholds:
                          segments:
                            ENTERPRISE: { csm: lots, cse: 30k }
                            MID_MARKET: { csm: 30k, cse: 50k }
                            GALACTIC: { csm: never }
                        pool: { request-min: some, nudge: 3 days, follow-up: 2 days, pain-points: 0, interventions: [] }
                        timings:
                          morning: 9:00
                          quiet: { from: "18:00", till: "08:00" }
                          digest: Moonday
                          request: { nudge: soonish, escalate: [1, 2] }
                        base: handbook.example
                        links:
                          one: { text: One, url: "ftp://example.com/x", older: yes }
                          two: { text: Two, url: , acces: public }
                        topics:
                          Two Words: { title: T, text: x, source: s }
                          pov: { title: POV, text: "", links: [oen, two] }
                        """).lines().filter(line -> !line.matches(".*(roles|fields|stages)\\.[^.]+: is missing")))
                .containsExactlyElementsOf("""
                        policy.yml:1 profil: is not known here; did you mean 'profile'?
                        policy.yml:1 profile: is missing
                        policy.yml:1 rules: is missing
                        policy.yml:3 vocabulary.roles.SEA: is not a role; did you mean 'SAE'?
                        policy.yml:3 vocabulary.roles.AE: is a list where fields are expected, such as 'name: value'
                        policy.yml:3 vocabulary.roles.SAE.many: is missing
                        policy.yml:3 vocabulary.roles.SAE.name: is blank
                        policy.yml:4 vocabulary.phrases.the-pol: is not known here; did you mean 'the-pool'?
                        policy.yml:4 vocabulary.phrases.deal-value: is missing
                        policy.yml:5 fields.lamb: is not a field; did you mean 'lam'?
                        policy.yml:5 fields.lam.label: is missing
                        policy.yml:5 fields.stage: is a single value where fields are expected, such as 'name: value'
                        policy.yml:8 gate.stages.0-Pending Acceptance: 'to early' is not a rule of the gate; did you mean 'too early'?
                        policy.yml:9 gate.stages.4-Propsal: is not a stage; did you mean '4-Proposal'?
                        policy.yml:11 gate.stages.4-Proposal: stands here a second time; the first is in line 10
                        policy.yml:12 gate.stages.8-Closed Lost: is not 'closed', though there is no sale at this stage
                        policy.yml:13 gate.reasons.POV_COMPLETD: is not a reason; did you mean 'POV_COMPLETED'?
                        policy.yml:13 gate.reasons.EXPERTISE.acepted: is not known here; did you mean 'accepted'?
                        policy.yml:13 gate.reasons.EXPERTISE.accepted: is missing
                        policy.yml:13 gate.reasons.EXPERTISE.source: is missing
                        policy.yml:14 gate.words.early: is blank
                        policy.yml:14 gate.words.next-steps: is missing
                        policy.yml:17 thresholds.segments.ENTERPRISE.csm: 'lots' is not an amount of US dollars such as 100000 or 100k, or 'never'
                        policy.yml:18 thresholds.segments.MID_MARKET.cse: is not below csm, so that nobody would ever be sent to the pool
                        policy.yml:19 thresholds.segments.GALACTIC: is not a segment; there is ENTERPRISE, MID_MARKET, SMB, PUBSEC
                        policy.yml:20 pool.request-min: 'some' is not an amount of US dollars such as 100000 or 100k, or 'never'
                        policy.yml:20 pool.follow-up: '2 days' is not later than nudge, 3 days
                        policy.yml:20 pool.pain-points: '0' is not a number of characters from 1 to 3000
                        policy.yml:20 pool.interventions: names nothing to choose from
                        policy.yml:21 timings.evaluation: is missing
                        policy.yml:21 timings.onboarding: is missing
                        policy.yml:22 timings.morning: '9:00' is not a time of day such as '08:00'
                        policy.yml:23 timings.quiet.till: is not known here; there is from, until
                        policy.yml:23 timings.quiet.until: is missing
                        policy.yml:24 timings.digest: 'Moonday' is not a day such as Monday; did you mean 'Monday'?
                        policy.yml:25 timings.request.nudge: 'soonish' is not a span such as '2 business days' or '4 hours'
                        policy.yml:25 timings.request.escalate: is a list where one value is expected
                        policy.yml:26 base: 'handbook.example' is not an address such as https://handbook.example.com
                        policy.yml:28 links.one.older: 'yes' is not true or false
                        policy.yml:28 links.one.url: 'ftp://example.com/x' is not an address: https://…, or /… below base
                        policy.yml:29 links.two.acces: is not known here; did you mean 'access'?
                        policy.yml:31 topics.Two Words: is not a word to type after '/baton help': small letters and hyphens only
                        policy.yml:32 topics.pov.links[0]: 'oen' is not a link of this file; did you mean 'one'?
                        policy.yml:32 topics.pov.text: is blank
                        policy.yml:32 topics.pov.source: is missing
                        """.lines().toList());
    }

    @Test
    void a_file_with_nothing_but_a_profile_is_told_what_else_it_needs() {
        assertThat(problemsOf("profile: tam\n")).isEqualTo("""
                        policy.yml:1 vocabulary: is missing
                        policy.yml:1 fields: is missing
                        policy.yml:1 gate: is missing
                        policy.yml:1 thresholds: is missing
                        policy.yml:1 pool: is missing
                        policy.yml:1 timings: is missing
                        policy.yml:1 base: is missing
                        policy.yml:1 links: is missing
                        policy.yml:1 rules: is missing
                        policy.yml:1 topics: is missing""");
    }

    @Test
    void a_gate_that_never_opens_and_evidence_without_a_reason_are_problems() {
        String closed = BUILT_IN.replace("4-Proposal: open", "4-Proposal: late");
        assertThat(problemsOf(closed))
                .endsWith("gate.stages: is 'open' nowhere, so that there would be no right moment to ask");
        int reasons = BUILT_IN.indexOf("  reasons:");
        int words = BUILT_IN.indexOf("  words:");
        assertThat(problemsOf(BUILT_IN.substring(0, reasons) + BUILT_IN.substring(words)))
                .endsWith("gate.reasons: names no reason, though a stage asks for evidence");
    }

    @Test
    void a_morning_within_the_quiet_hours_is_a_problem_also_where_they_do_not_pass_midnight() {
        String quiet = "{ from: \"18:00\", until: \"08:00\" }";
        assertThat(problemsOf(BUILT_IN.replace("morning: \"09:00\"", "morning: 07:59")))
                .endsWith("timings.morning: '07:59' lies in the quiet hours");
        assertThat(problemsOf(BUILT_IN.replace(quiet, "{ from: \"09:00\", until: \"09:30\" }")))
                .endsWith("timings.morning: '09:00' lies in the quiet hours");
        String elsewhere = BUILT_IN.replace(quiet, "{ from: \"00:00\", until: \"09:00\" }");
        assertThat(HandbookYaml.parse("policy.yml", elsewhere).timings().quietFrom())
                .isEqualTo(LocalTime.MIDNIGHT);
    }

    @Test
    void words_that_slack_would_cut_are_a_problem() {
        assertThat(problemsOf(BUILT_IN.replace("one: a CSM,", "one: a Customer Success Manager,")))
                .endsWith("vocabulary.roles.CSM.one: has 26 characters; here Slack shows 16 at most");
        assertThat(problemsOf(BUILT_IN.replace("box: A POV was completed", "box: " + "x".repeat(76))))
                .endsWith("gate.reasons.POV_COMPLETED.box: has 76 characters; here Slack shows 75 at most");
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
    void a_deadline_that_is_no_day_of_the_calendar_or_comes_too_early_is_a_problem() {
        assertThat(problemsOf(BUILT_IN.replace("kickoff: 14 days", "kickoff: 14 business days")))
                .endsWith(
                        "timings.onboarding.kickoff: '14 business days' is not a number of calendar days such as '14 days'");
        assertThat(problemsOf(BUILT_IN.replace("cadence: 30 days", "cadence: 14 days")))
                .endsWith("timings.onboarding.cadence: '14 days' is not later than kickoff, 14 days");
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
