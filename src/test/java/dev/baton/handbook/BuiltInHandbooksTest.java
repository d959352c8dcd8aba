package dev.baton.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInHandbooksTest {
    private static final Handbook CSM = Handbook.builtIn();
    private static final Handbook TAM = Handbook.builtIn("tam");

    /** The pages the handbook was taken from, and how many lines each has. */
    private static final Map<String, Integer> PAGES = Map.of("000", 69, "001", 152, "002", 98, "003", 67, "004", 166);

    private static final Pattern SOURCE = Pattern.compile("handbook (00[0-4]:[0-9, -]+(; 00[0-4]:[0-9, -]+)*)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!][\")]?( |$)");

    @Test
    void the_gate_of_profile_csm_is_the_whole_table() {
        assertThat(CSM.profile()).isEqualTo("csm");
        assertThat(Arrays.stream(Stage.values()).map(CSM::gate))
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
        assertThat(CSM.firstOpen()).isEqualTo(Stage.PROPOSAL);
        assertThat(CSM.firstWithEvidence()).contains(Stage.TECHNICAL_EVALUATION);
    }

    @Test
    void the_gate_of_profile_tam_opens_at_negotiating_or_with_a_reason() {
        assertThat(TAM.profile()).isEqualTo("tam");
        assertThat(Arrays.stream(Stage.values()).map(TAM::gate))
                .containsExactly(
                        GateRule.WITH_EVIDENCE,
                        GateRule.WITH_EVIDENCE,
                        GateRule.WITH_EVIDENCE,
                        GateRule.WITH_EVIDENCE,
                        GateRule.WITH_EVIDENCE,
                        GateRule.OPEN,
                        GateRule.OPEN,
                        GateRule.OPEN,
                        GateRule.AFTER_SALE,
                        GateRule.CLOSED,
                        GateRule.CLOSED,
                        GateRule.CLOSED);
        assertThat(TAM.firstOpen()).isEqualTo(Stage.NEGOTIATING);
        assertThat(TAM.firstWithEvidence()).contains(Stage.PENDING_ACCEPTANCE);
        assertThat(TAM.gateWords().point()).contains(Stage.NEGOTIATING.label());
    }

    @Test
    void each_profile_accepts_its_own_reasons_to_ask_early() {
        assertThat(CSM.gateReasons())
                .extracting(EarlyReason::code, EarlyReason::box)
                .containsExactly(
                        tuple(GateReason.POV_COMPLETED, "A POV was completed"),
                        tuple(GateReason.NEAR_END_STAGE_3, "Nearing the end of Technical Evaluation"));
        assertThat(CSM.gateWords().nextSteps()).isEqualTo("Next steps were agreed");
        assertThat(CSM.gateReason(GateReason.SHARED_PROJECT)).isEmpty();
        assertThat(TAM.gateReasons())
                .extracting(EarlyReason::code, EarlyReason::source)
                .containsExactly(
                        tuple(GateReason.POV_COMPLETED, "handbook 002:86"),
                        tuple(GateReason.SHARED_CHANNEL, "handbook 002:87"),
                        tuple(GateReason.SHARED_PROJECT, "handbook 002:88"),
                        tuple(GateReason.EXPERTISE, "handbook 002:89"));
    }

    @Test
    void the_words_of_the_years_before_2022_are_another_vocabulary() {
        assertThat(spoken(CSM.words()))
                .isEqualTo("Request a CSM · CSM request · Assign a CSM · Below the threshold for a CSM ·"
                        + " Redirect to Scale CSE · Qualifies for a CSM · Qualifies for Scale CSE · CSMs ·"
                        + " Customer Success Manager · CSM Manager · the Scale CSE pool · ARR · SAE · an SA");
        assertThat(spoken(TAM.words()))
                .isEqualTo("Request a TAM · TAM request · Assign a TAM · Below the threshold for a TAM ·"
                        + " Redirect to tech touch · Qualifies for a TAM · Qualifies for tech touch · TAMs ·"
                        + " Technical Account Manager · TAM Manager · the tech-touch pool · IACV · SAL · an SA");
        assertThat(Vocabulary.POOL_MARK).isEqualTo("TAM Scale");
    }

    private static String spoken(Vocabulary words) {
        return String.join(
                " · ",
                words.requestTitle(),
                words.request(),
                words.assignTitle(),
                words.belowThreshold(),
                words.redirect(),
                words.qualified(Qualification.CSM),
                words.qualified(Qualification.SCALE_CSE),
                words.csms(),
                words.csmName(),
                words.csmManager(),
                words.thePool(),
                words.dealValue(),
                words.label(Role.SAE),
                words.one(Role.SA));
    }

    @Test
    void no_word_of_the_one_profile_slips_into_the_other() {
        assertThat(everythingSaid(TAM)).noneMatch(text -> text.matches("(?s).*\\b(CSMs?|SAEs?|CSEs?|ARR)\\b.*"));
        assertThat(everythingSaid(CSM).map(text -> text.replace(Vocabulary.POOL_MARK, "")))
                .noneMatch(text -> text.matches("(?s).*\\b(TAMs?|SALs?|IACV)\\b.*"));
    }

    private static Stream<String> everythingSaid(Handbook handbook) {
        GateWords gate = handbook.gateWords();
        Stream<String> words = Arrays.stream(Role.values()).map(handbook.words()::one);
        Stream<String> fields =
                Arrays.stream(Field.values()).map(field -> handbook.label(field) + ": " + handbook.hint(field));
        Stream<String> gates = Stream.concat(
                Stream.of(gate.point(), gate.early(), gate.open(), gate.late(), gate.afterSale(), gate.nextSteps()),
                handbook.gateReasons().stream().map(reason -> reason.box() + ": " + reason.accepted()));
        // A page on another era's words may name them.
        Stream<String> topics = handbook.topics().values().stream()
                .filter(topic -> !topic.key().equals("links"))
                .map(topic -> topic.title() + ": " + topic.text());
        return Stream.of(words, fields, gates, topics).flatMap(each -> each);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csm", "tam"})
    void every_topic_says_something_in_two_to_six_sentences_and_where_it_stands(String profile) {
        Handbook handbook = Handbook.builtIn(profile);
        assertThat(handbook.topics().keySet())
                .containsExactly(
                        "transition",
                        "roles",
                        "qualify",
                        "salesforce",
                        "lam",
                        "stages",
                        "pov",
                        "evaluation",
                        "introducing",
                        "decks",
                        "might-will",
                        "kickoff",
                        "post-sales",
                        "dedicated",
                        "scale",
                        "routes",
                        "information",
                        "links",
                        "index");
        assertThat(handbook.topics().values()).allSatisfy(topic -> {
            assertThat(SENTENCE_END.matcher(topic.text()).results().count()).isBetween(2L, 6L);
            assertThat(topic.source()).matches(SOURCE);
            linesNamed(topic.source())
                    .forEach((page, lines) ->
                            assertThat(lines).allMatch(line -> line > 0 && line <= PAGES.getOrDefault(page, 0)));
        });
    }

    private static Map<String, List<Integer>> linesNamed(String source) {
        Map<String, List<Integer>> named = new TreeMap<>();
        for (String page : source.replace("handbook ", "").split("; ", -1)) {
            Matcher numbers = Pattern.compile("[0-9]+").matcher(page.substring(4));
            named.put(
                    page.substring(0, 3),
                    numbers.results()
                            .map(number -> Integer.valueOf(number.group()))
                            .collect(Collectors.toList()));
        }
        return named;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csm", "tam"})
    void every_link_is_an_absolute_https_address_and_is_named_by_a_topic(String profile) {
        Handbook handbook = Handbook.builtIn(profile);
        assertThat(handbook.links()).allSatisfy(link -> {
            assertThat(link.address()).hasScheme("https").hasNoUserInfo().hasNoPort();
            assertThat(link.access() == Link.Access.INTERNAL)
                    .as(link.key())
                    .isEqualTo(link.address().getHost().matches("internal\\..*|gitlab\\.com|docs\\.google\\.com"));
        });
        assertThat(handbook.topics().values().stream().flatMap(topic -> topic.links().stream()))
                .containsAll(handbook.links());
    }

    @Test
    void an_older_page_and_an_internal_one_are_called_so() {
        assertThat(CSM.link("gemstones").orElseThrow().label()).isEqualTo("Gemstones (older page)");
        assertThat(CSM.link("lam").orElseThrow().label()).isEqualTo("Landed Addressable Market (internal)");
        assertThat(TAM.link("kickoff-deck").orElseThrow().label()).isEqualTo("TAM kickoff deck (internal, older page)");
        assertThat(TAM.link("stages").orElseThrow().label()).isEqualTo("Opportunity stages");
        assertThat(CSM.link("stages").orElseThrow().address())
                .isEqualTo(URI.create("https://handbook.gitlab.com/handbook/sales/field-operations/gtm-resources/"));
        assertThat(CSM.topic("introducing").orElseThrow().text()).contains("may predate the current process");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csm", "tam"})
    void figures_and_times_are_the_same_in_both_and_the_figures_say_that_they_are_samples(String profile) {
        Handbook handbook = Handbook.builtIn(profile);
        assertThat(handbook.thresholdsNote()).contains("sample figures");
        assertThat(handbook.thresholds(Segment.ENTERPRISE).csm().cents()).hasValue(10_000_000);
        assertThat(handbook.thresholds(Segment.SMB).csm()).isEqualTo(new Threshold.Never());
        assertThat(handbook.thresholds(Segment.PUBSEC)).isEqualTo(Thresholds.UNKNOWN);
        assertThat(handbook.poolRequests())
                .isEqualTo(new PoolRequests(
                        new Threshold.Dollars(3_000_000),
                        new Span(2, Span.Unit.BUSINESS_DAYS),
                        new Span(3, Span.Unit.BUSINESS_DAYS),
                        1000,
                        List.of("Onboarding", "Licence use", "Competitive risk", "Something else")));
        assertThat(handbook.timings())
                .isEqualTo(new Timings(
                        LocalTime.of(9, 0),
                        LocalTime.of(18, 0),
                        LocalTime.of(8, 0),
                        DayOfWeek.MONDAY,
                        new Span(1, Span.Unit.BUSINESS_DAYS),
                        new Span(2, Span.Unit.BUSINESS_DAYS),
                        new Span(3, Span.Unit.BUSINESS_DAYS),
                        new Timings.Onboarding(
                                new Span(14, Span.Unit.DAYS),
                                new Span(30, Span.Unit.DAYS),
                                new Span(45, Span.Unit.DAYS))));
    }

    @Test
    void a_built_in_handbook_is_chosen_by_its_profile() {
        assertThat(HandbookYaml.load(Path.of("tam"))).isEqualTo(TAM);
        assertThat(HandbookYaml.load(Path.of("csm"))).isEqualTo(CSM);
        assertThatIllegalArgumentException().isThrownBy(() -> Handbook.builtIn("gem"));
    }

    @Test
    void a_field_is_called_in_the_file_as_in_the_form_and_titles_fit() {
        assertThat(Field.OPPORTUNITY_LINK.key()).isEqualTo("opportunity-link");
        assertThat(CSM.label(Field.LAM)).isEqualTo("Landed Addressable Market (LAM)");
        assertThat(CSM.hint(Field.OPPORTUNITY_LINK)).contains("006");
        assertThat(CSM.hint(Field.ACCOUNT_NAME)).isEmpty();
        assertThat(IntStream.of(
                        CSM.words().requestTitle().length(),
                        TAM.words().requestTitle().length()))
                .allMatch(length -> length <= Vocabulary.LONGEST_TITLE);
    }
}
