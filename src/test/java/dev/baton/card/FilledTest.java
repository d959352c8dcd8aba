package dev.baton.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The form is read whole: right values in their one spelling, a word for each wrong one. */
class FilledTest {
    private static final Map<String, String> GOOD = Map.of(
            Sheet.NAME,
            "Northwind   Bank",
            Sheet.SEGMENT,
            "ENTERPRISE",
            Sheet.REGION,
            "AMER_EAST",
            Sheet.field(Role.SA),
            "U0SAM",
            Sheet.ARR,
            "420,000",
            Sheet.LAM,
            "$1.2m");

    @Test
    void values_take_their_one_spelling() {
        Filled filled = read(GOOD);
        assertThat(filled.errors()).isEmpty();
        assertThat(filled.sheet().get(Sheet.NAME)).isEqualTo("Northwind Bank");
        assertThat(filled.sheet().get(Sheet.ARR)).isEqualTo("$420k");
        assertThat(filled.sheet().get(Sheet.LAM)).isEqualTo("$1.2M");
    }

    @Test
    void every_wrong_field_is_told() {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.put(Sheet.NAME, "");
        typed.put(Sheet.REGION, "ATLANTIS");
        typed.put(Sheet.LAM, "");
        typed.put(Sheet.ARR, "1,2");
        typed.put(Sheet.field(Role.SA), "U0NOBODY");
        typed.put(Sheet.field(Role.PSE), "U0SAM");
        typed.put("information.ACCOUNT_PLAN", "http://plain.example");
        assertThat(read(typed).errors())
                .containsOnlyKeys(
                        Sheet.NAME,
                        Sheet.REGION,
                        Sheet.LAM,
                        Sheet.ARR,
                        Sheet.field(Role.SA),
                        Sheet.field(Role.PSE),
                        "information.ACCOUNT_PLAN");
        assertThat(read(typed).errors().get(Sheet.field(Role.PSE)))
                .contains("Sam is in the people file, but not as PSE");
    }

    @Test
    void a_fixed_sa_is_for_enterprise_alone() {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.put(Sheet.SEGMENT, "MID_MARKET");
        assertThat(read(typed).errors()).containsOnlyKeys(Sheet.field(Role.SA));
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void an_sa_is_set_at_the_one_place_the_segment_has_for_it(Segment segment) {
        Role right = segment.pooled() ? Role.SERVICING_SA : Role.SA;
        Role wrong = segment.pooled() ? Role.SA : Role.SERVICING_SA;
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.remove(Sheet.field(Role.SA));
        typed.put(Sheet.SEGMENT, segment.name());
        typed.put(Sheet.field(right), "U0PABLO");
        assertThat(read(typed).errors()).isEmpty();
        assertThat(read(typed).sheet().said(Sheet.field(right))).contains("U0PABLO");
        typed.put(Sheet.field(wrong), "U0PABLO");
        assertThat(read(typed).errors()).containsOnlyKeys(Sheet.field(wrong));
        assertThat(read(typed).errors().get(Sheet.field(wrong)))
                .endsWith("Set \"" + Handbook.builtIn().label(right) + "\" instead.");
    }

    @Test
    void a_servicing_sa_is_an_sa_of_the_people_file() {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.remove(Sheet.field(Role.SA));
        typed.put(Sheet.SEGMENT, "SMB");
        typed.put(Sheet.field(Role.SERVICING_SA), "U0ADA");
        assertThat(read(typed).errors().get(Sheet.field(Role.SERVICING_SA)))
                .startsWith("Ada is in the people file, but not as SA.");
    }

    @Test
    void a_codename_that_holds_the_name_is_refused() {
        Map<String, String> typed = new HashMap<>(GOOD);
        typed.put(Sheet.CODENAME, "Project NORTHWIND bank");
        assertThat(read(typed).errors()).containsOnlyKeys(Sheet.CODENAME);
    }

    @Test
    void an_account_is_added_by_its_link() {
        Map<String, String> typed = new HashMap<>(GOOD);
        assertThat(add(typed).errors()).containsOnlyKeys(Filled.LINK);
        typed.put(Filled.LINK, "https://acme.my.salesforce.com/0065e00001NWOPP");
        assertThat(add(typed).errors().get(Filled.LINK)).contains("That is an Opportunity link");
        typed.put(Filled.LINK, "https://acme.my.salesforce.com/0015e00001NWBNK");
        assertThat(add(typed).account()).isPresent();
    }

    private static Filled read(Map<String, String> typed) {
        return Filled.edit(typed, RosterYaml.cast(), Handbook.builtIn());
    }

    private static Filled add(Map<String, String> typed) {
        return Filled.add(typed, RosterYaml.cast(), Handbook.builtIn());
    }
}
