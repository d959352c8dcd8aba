package dev.baton.request;

import dev.baton.account.Refusal;
import dev.baton.handbook.EarlyReason;
import dev.baton.handbook.GateReason;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
            case OPEN -> handbook.firstOpen() == Stage.PROPOSAL ? Admission.STAGE_4 : Admission.STAGE_5;
            case LATE -> Admission.LATE;
            case AFTER_SALE -> Admission.AFTER_SALE;
            case CLOSED ->
                throw Refusal.at(
                        Intake.STAGE,
                        "The deal is over at " + stage.label()
                                + ", so there is no customer to hand over. If it lives on, choose its stage of today.");
        };
    }

    private Refusal tooEarly(Stage stage) {
        return Refusal.at(
                Intake.STAGE,
                "Too early at " + stage.label() + ". Ask "
                        + handbook.gateWords().point() + ". "
                        + handbook.gateWords().early() + " ("
                        + handbook.gateWords().source() + ")");
    }

    private Admission withEvidence(Stage stage, Evidence evidence, LocalDate today) {
        List<String> missing = new ArrayList<>();
        for (EarlyReason reason : handbook.gateReasons()) {
            if (reason.code() == GateReason.POV_COMPLETED) {
                missing.addAll(missingForPov(reason, evidence, today));
                if (missing.isEmpty()) {
                    return Admission.POV_COMPLETED;
                }
            } else if (evidence.ticked().contains(reason.code())) {
                return Admission.of(reason.code());
            }
        }
        throw Refusal.at(
                Intake.STAGE,
                "At " + stage.label() + " it is early. Ask "
                        + handbook.gateWords().point()
                        + ". To ask now, this is still missing: "
                        + String.join(", ", missing)
                        + otherReasons()
                                .map(boxes -> ". Or tick " + boxes + " once it is so")
                                .orElse("")
                        + ". (" + handbook.gateWords().source() + ")");
    }

    private List<String> missingForPov(EarlyReason reason, Evidence evidence, LocalDate today) {
        List<String> missing = new ArrayList<>();
        if (!evidence.ticked().contains(GateReason.POV_COMPLETED)) {
            missing.add("\"" + reason.box() + "\"");
        }
        if (evidence.presentedOn().isEmpty()) {
            missing.add("the day the results were presented");
        } else if (evidence.presentedOn().get().isAfter(today)) {
            missing.add("results presented (" + evidence.presentedOn().get() + " is still to come)");
        }
        if (!evidence.nextStepsAgreed()) {
            missing.add("\"" + handbook.gateWords().nextSteps() + "\"");
        }
        return missing;
    }

    private Optional<String> otherReasons() {
        String boxes = handbook.gateReasons().stream()
                .filter(reason -> reason.code() != GateReason.POV_COMPLETED)
                .map(reason -> "\"" + reason.box() + "\"")
                .collect(Collectors.joining(" or "));
        return boxes.isEmpty() ? Optional.empty() : Optional.of(boxes);
    }
}
