package dev.baton.request;

import dev.baton.account.Refusal;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When in a deal a CSM may be asked for. Which stage has which rule is the policy file's; what a rule asks for is here. */
final class Gate {
    private final Handbook handbook;

    Gate(Handbook handbook) {
        this.handbook = handbook;
    }

    /**
     * Near the end of technical evaluation or at the proposal; earlier in stage 3 only upon POV completion and a results
     * presentation where next steps were agreed; not before (handbook 001:33, 001:40, 001:46-48).
     *
     * @param today the requester's calendar day
     * @throws Refusal at the stage, saying what is missing
     */
    Admission admit(Stage stage, Evidence evidence, LocalDate today) {
        return switch (handbook.gate(stage)) {
            case TOO_EARLY -> throw tooEarly(stage);
            case WITH_EVIDENCE -> withEvidence(stage, evidence, today);
            case OPEN -> Admission.STAGE_4;
            case LATE -> Admission.LATE;
            case AFTER_SALE -> Admission.AFTER_SALE;
            case CLOSED ->
                throw Refusal.at(
                        Intake.STAGE,
                        "The deal is over at " + stage.label()
                                + ", so there is no customer to hand over. If it lives on, choose its stage of today.");
        };
    }

    private static Refusal tooEarly(Stage stage) {
        return Refusal.at(
                Intake.STAGE,
                "Too early at " + stage.label() + ": ask near the end of "
                        + Stage.TECHNICAL_EVALUATION.label() + " or at " + Stage.PROPOSAL.label()
                        + ". Not before " + Stage.TECHNICAL_EVALUATION.label()
                        + ", also not with a POV (handbook 001:46).");
    }

    private static Admission withEvidence(Stage stage, Evidence evidence, LocalDate today) {
        List<String> missing = missingForPov(evidence, today);
        if (missing.isEmpty()) {
            return Admission.POV_COMPLETED;
        }
        if (evidence.nearEnd()) {
            return Admission.NEAR_END_STAGE_3;
        }
        throw Refusal.at(
                Intake.STAGE,
                "At " + stage.label() + " a CSM can be asked for after a POV, and still missing: "
                        + String.join(", ", missing)
                        + ". Or tick \"Nearing the end of Technical Evaluation\" once it is so.");
    }

    private static List<String> missingForPov(Evidence evidence, LocalDate today) {
        List<String> missing = new ArrayList<>();
        if (!evidence.povCompleted()) {
            missing.add("POV completed");
        }
        if (evidence.presentedOn().isEmpty()) {
            missing.add("the day the results were presented");
        } else if (evidence.presentedOn().get().isAfter(today)) {
            missing.add("results presented (" + evidence.presentedOn().get() + " is still to come)");
        }
        if (!evidence.nextStepsAgreed()) {
            missing.add("next steps agreed");
        }
        return missing;
    }
}
