package dev.baton.request;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CORA;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static dev.baton.Cast.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.Cast;
import dev.baton.account.Money;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.GateReason;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.slack.Form;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form, read: complete and typed, or a word under every wrong field at once. */
class IntakeTest {

    @Test
    void a_form_with_only_the_mandatory_fields_is_complete() {
        Intake intake = read(Filled.properly());
        assertThat(intake.accountName()).isEqualTo("Northwind Bank");
        assertThat(intake.account()).isEqualTo(new SalesforceId("0015e00001NWBNK"));
        assertThat(intake.opportunity()).isEqualTo(new SalesforceId("0065e00001NWOPP"));
        assertThat(intake.stage()).isEqualTo(Stage.PROPOSAL);
        assertThat(intake.closeDate()).isEqualTo(LocalDate.of(2024, 4, 15));
        assertThat(intake.lam()).isEqualTo(Money.dollars(1_200_000));
        assertThat(intake.segment()).isEqualTo(Segment.ENTERPRISE);
        assertThat(intake.region()).isEqualTo("AMER_EAST");
        assertThat(intake.admission()).isEqualTo(Admission.STAGE_4);
        assertThat(intake.arr()).isEmpty();
        assertThat(intake.notes()).isEmpty();
    }

    @Test
    void what_is_optional_is_taken_along() {
        Intake intake = read(Filled.properly()
                .typed(Intake.ARR, "$420k")
                .chosen(Intake.DEPLOYMENT, "DEDICATED")
                .picked(Intake.ACCOUNT_EXECUTIVE, SOL)
                .typed(Intake.PROJECT_LINK, "https://example.com/northwind")
                .chosen(Intake.PREFERRED_CSM, CLEO)
                .typed(Intake.NOTES, " They renew in May. "));
        assertThat(intake.arr()).contains(Money.dollars(420_000));
        assertThat(intake.deployment()).contains(Deployment.DEDICATED);
        assertThat(intake.accountExecutive()).contains(Cast.person(SOL));
        assertThat(intake.projectUrl()).contains("https://example.com/northwind");
        assertThat(intake.preferredCsm()).contains(Cast.person(CLEO));
        assertThat(intake.notes()).contains("They renew in May.");
    }

    @Test
    void an_empty_form_is_told_every_mandatory_field_at_once() {
        assertThat(errors(new Filled()).keySet())
                .containsExactlyInAnyOrder(
                        Intake.ACCOUNT_NAME,
                        Intake.ACCOUNT_LINK,
                        Intake.OPPORTUNITY_LINK,
                        Intake.STAGE,
                        Intake.CLOSE_DATE,
                        Intake.LAM,
                        Intake.SEGMENT,
                        Intake.REGION);
    }

    @Test
    void every_wrong_field_is_told_at_once_in_words_that_say_what_to_do() {
        Map<String, String> errors = errors(new Filled()
                .typed(Intake.ACCOUNT_NAME, "x".repeat(121))
                .typed(Intake.ACCOUNT_LINK, "https://acme.my.salesforce.com/0065e00001NWOPP")
                .typed(Intake.OPPORTUNITY_LINK, "https://acme.my.salesforce.com/0015e00001NWBNK")
                .chosen(Intake.STAGE, "DISCOVERY")
                .day(Intake.CLOSE_DATE, "2024-03-03")
                .typed(Intake.LAM, "a lot")
                .typed(Intake.ARR, "1,2")
                .chosen(Intake.SEGMENT, "HUGE")
                .chosen(Intake.REGION, "MOON")
                .picked(Intake.ACCOUNT_EXECUTIVE, SAM)
                .typed(Intake.PROJECT_LINK, "example.com")
                .chosen(Intake.PREFERRED_CSM, CORA));
        assertThat(errors).hasSize(12);
        assertThat(errors.get(Intake.ACCOUNT_NAME)).contains("at most 120 characters");
        assertThat(errors.get(Intake.ACCOUNT_LINK))
                .startsWith("That is an Opportunity link. Paste the link of the Account");
        assertThat(errors.get(Intake.OPPORTUNITY_LINK))
                .startsWith("That is an Account link. Paste the link of the Opportunity");
        assertThat(errors.get(Intake.STAGE)).startsWith("Too early at 1-Discovery");
        assertThat(errors.get(Intake.CLOSE_DATE)).contains("past", "1-Discovery");
        assertThat(errors.get(Intake.LAM)).contains("not an amount");
        assertThat(errors.get(Intake.ARR)).contains("not an amount", "1.2M");
        assertThat(errors.get(Intake.ACCOUNT_EXECUTIVE))
                .startsWith("Sam is in the people file, but not as somebody who sells");
        assertThat(errors.get(Intake.PROJECT_LINK)).contains("https://");
        assertThat(errors.get(Intake.PREFERRED_CSM)).startsWith("Cora is in the people file, but not as");
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSAL,   2024-03-03, false",
        "PROPOSAL,   2024-03-04, true",
        "CLOSED_WON, 2024-03-03, true",
        "CLOSED_WON, 2024-03-04, true"
    })
    void a_close_date_may_be_past_only_where_the_deal_is_won(String stage, String day, boolean fine) {
        Filled filled = Filled.properly().chosen(Intake.STAGE, stage).day(Intake.CLOSE_DATE, day);
        if (fine) {
            assertThat(read(filled).closeDate()).isEqualTo(LocalDate.parse(day));
        } else {
            assertThat(errors(filled)).containsOnlyKeys(Intake.CLOSE_DATE);
        }
    }

    @Test
    void stage_3_needs_the_evidence_of_the_grown_form() {
        Filled filled = Filled.properly().chosen(Intake.STAGE, "TECHNICAL_EVALUATION");
        assertThat(errors(filled)).containsOnlyKeys(Intake.STAGE);
        filled.ticked(Intake.EVIDENCE, GateReason.POV_COMPLETED.name(), Intake.NEXT_STEPS);
        assertThat(errors(filled).get(Intake.STAGE)).contains("the day the results were presented");
        filled.day(Intake.PRESENTED_ON, "2024-03-01");
        assertThat(read(filled).admission()).isEqualTo(Admission.POV_COMPLETED);
        filled.without(Intake.PRESENTED_ON).ticked(Intake.EVIDENCE, GateReason.NEAR_END_STAGE_3.name());
        assertThat(read(filled).admission()).isEqualTo(Admission.NEAR_END_STAGE_3);
    }

    @ParameterizedTest
    @ValueSource(strings = {Intake.ACCOUNT_EXECUTIVE, Intake.PREFERRED_CSM})
    void somebody_the_people_file_does_not_know_is_refused(String field) {
        assertThat(errors(Filled.properly().picked(field, STRANGER)).get(field))
                .startsWith("I do not know this person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBD", "unknown", "-5", "1.200"})
    void a_lam_that_is_no_amount_is_refused(String typed) {
        assertThat(errors(Filled.properly().typed(Intake.LAM, typed))).containsOnlyKeys(Intake.LAM);
    }

    @Test
    void a_field_of_blanks_counts_as_empty() {
        assertThat(errors(Filled.properly().typed(Intake.ACCOUNT_NAME, " \u00a0\u200b ")))
                .containsOnlyKeys(Intake.ACCOUNT_NAME);
        assertThat(read(Filled.properly().typed(Intake.ARR, " \u00a0 ")).arr()).isEmpty();
    }

    @Test
    void blanks_inside_a_name_become_one() {
        assertThat(read(Filled.properly().typed(Intake.ACCOUNT_NAME, " Northwind \t Bank "))
                        .accountName())
                .isEqualTo("Northwind Bank");
    }

    private static Intake read(Filled filled) {
        return Intake.read(filled.form(), Cast.ROSTER, Cast.HANDBOOK, Cast.TODAY);
    }

    private static Map<String, String> errors(Filled filled) {
        return catchThrowableOfType(Form.Rejected.class, () -> read(filled)).errors();
    }
}
