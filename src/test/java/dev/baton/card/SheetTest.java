package dev.baton.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Information;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Profile;
import dev.baton.account.SalesforceId;
import dev.baton.account.Tier;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody typed meets what somebody else has changed meanwhile. */
class SheetTest {
    private static final Profile PROFILE = new Profile(
            "Northwind Bank",
            Segment.ENTERPRISE,
            "AMER_EAST",
            Optional.of(Deployment.SAAS),
            Optional.empty(),
            Optional.of(Tier.PREMIUM),
            Optional.of("C0NWB"),
            Map.of(Information.COMMAND_PLAN, "https://docs.example/plan"));
    private static final Opportunity DEAL = Opportunity.create(
            new SalesforceId("0065e00001NWOPP"),
            new SalesforceId("0015e00001NWBNK"),
            Stage.PROPOSAL,
            LocalDate.of(2024, 4, 15),
            Money.dollars(1_200_000),
            Optional.of(Money.dollars(420_000)));
    private static final Sheet SHOWN = Sheet.of(PROFILE, Map.of(Role.SA, "U0SAM"), Optional.of(DEAL));

    @Test
    void what_is_read_is_what_was_written() {
        assertThat(SHOWN.profile()).isEqualTo(PROFILE);
        assertThat(SHOWN.on(DEAL)).isEqualTo(DEAL);
        assertThat(SHOWN.get(Sheet.field(Role.SA))).isEqualTo("U0SAM");
    }

    @Test
    void who_touches_nothing_changes_nothing_whatever_others_did() {
        Sheet now = changed(SHOWN, Sheet.TIER, "ULTIMATE");
        assertThat(SHOWN.onto(now, Stamp.of(SHOWN)).sheet()).isEqualTo(now);
        assertThat(SHOWN.onto(now, Stamp.of(SHOWN)).overtaken()).isEmpty();
    }

    @Test
    void changes_of_different_fields_are_both_kept() {
        Sheet now = changed(SHOWN, Sheet.TIER, "ULTIMATE");
        Sheet.Merged merged = changed(SHOWN, Sheet.ARR, "$500k").onto(now, Stamp.of(SHOWN));
        assertThat(merged.overtaken()).isEmpty();
        assertThat(merged.sheet().get(Sheet.TIER)).isEqualTo("ULTIMATE");
        assertThat(merged.sheet().get(Sheet.ARR)).isEqualTo("$500k");
    }

    @Test
    void a_contradiction_is_told_once_and_then_the_second_word_holds() {
        Sheet now = changed(SHOWN, Sheet.TIER, "ULTIMATE");
        Sheet typed = changed(SHOWN, Sheet.TIER, "FREE");
        assertThat(typed.onto(now, Stamp.of(SHOWN)).overtaken()).containsExactly(Sheet.TIER);
        Stamp told = Stamp.of(SHOWN).told(Sheet.TIER, "ULTIMATE");
        assertThat(typed.onto(now, told).overtaken()).isEmpty();
        assertThat(typed.onto(now, told).sheet().get(Sheet.TIER)).isEqualTo("FREE");
    }

    @Test
    void two_who_type_the_same_agree() {
        Sheet both = changed(SHOWN, Sheet.TIER, "FREE");
        assertThat(both.onto(both, Stamp.of(SHOWN)).overtaken()).isEmpty();
    }

    @Test
    void a_field_can_be_emptied() {
        Sheet typed = changed(SHOWN, Sheet.field(Role.SA), "");
        assertThat(typed.onto(SHOWN, Stamp.of(SHOWN)).sheet().said(Sheet.field(Role.SA)))
                .isEmpty();
    }

    @Test
    void a_stamp_travels_with_the_form_and_tells_nothing() {
        String carried = new EditForm(
                        Optional.of(DEAL.account()),
                        Optional.of(DEAL.id()),
                        SHOWN,
                        Stamp.of(SHOWN),
                        java.util.List.of())
                .carried();
        assertThat(carried).hasSizeLessThan(1500).doesNotContain("Northwind").doesNotContain("420");
        EditForm again = EditForm.submitted(carried, SHOWN);
        assertThat(again.stamp()).isEqualTo(Stamp.of(SHOWN));
        assertThat(again.account()).contains(DEAL.account());
        assertThat(again.opportunity()).contains(DEAL.id());
    }

    private static Sheet changed(Sheet sheet, String field, String value) {
        Map<String, String> values = new LinkedHashMap<>(sheet.values());
        values.put(field, value);
        return new Sheet(values);
    }
}
