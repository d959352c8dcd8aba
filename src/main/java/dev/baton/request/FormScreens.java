package dev.baton.request;

import static dev.baton.slack.Blocks.boxes;
import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.date;
import static dev.baton.slack.Blocks.dispatching;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.line;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.paragraph;
import static dev.baton.slack.Blocks.user;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Person;
import dev.baton.account.Region;
import dev.baton.account.Roster;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.GateRule;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.slack.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the form "Request a CSM". */
final class FormScreens {
    static final String CALLBACK = "request.form";

    private final Handbook handbook;
    private final Roster roster;

    FormScreens(Handbook handbook, Roster roster) {
        this.handbook = handbook;
        this.roster = roster;
    }

    /**
     * What is filled in already.
     *
     * @param accountName as typed behind the command, or known
     * @param region the account's, else the requester's
     */
    record Prefill(String accountName, String region) {}

    /** The form; at a stage that asks for evidence it grows, and keeps what was typed because its fields keep their ids. */
    View form(Prefill prefill, Optional<Stage> stage, String carried) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(note("Goes to the CSM Manager of the account's region, so that the workload stays balanced."));
        blocks.add(input(Intake.ACCOUNT_NAME, "Account name", line(prefill.accountName, ""), "", false));
        blocks.add(input(
                Intake.ACCOUNT_LINK,
                "Salesforce account link",
                line("", "https://…my.salesforce.com/001…"),
                "Open the account in Salesforce and copy the address.",
                false));
        blocks.add(input(
                Intake.OPPORTUNITY_LINK,
                "Salesforce opportunity link",
                line("", "https://…my.salesforce.com/006…"),
                "",
                false));
        blocks.add(dispatching(Intake.STAGE, "Opportunity stage", choice(stages(), ""), "", false));
        if (stage.filter(this::asksForEvidence).isPresent()) {
            blocks.addAll(evidence());
        }
        blocks.add(input(Intake.CLOSE_DATE, "Expected close date", date(Optional.empty()), "", false));
        blocks.add(input(
                Intake.LAM,
                "Landed Addressable Market (LAM)",
                line("", "1.2M"),
                "US dollars: 250000, $250k, 1.2M or 1,200,000.",
                false));
        blocks.add(input(
                Intake.ARR,
                "Annual recurring revenue (ARR)",
                line("", "420k"),
                "US dollars. Without it the manager decides whether the account qualifies.",
                true));
        blocks.add(input(Intake.SEGMENT, "Sales segment", choice(segments(), ""), "", false));
        blocks.add(input(Intake.REGION, "Region", choice(regions(), prefill.region), "The account's region.", false));
        blocks.add(input(Intake.DEPLOYMENT, "Deployment", choice(deployments(), ""), "", true));
        blocks.add(input(Intake.ACCOUNT_EXECUTIVE, "Account executive", user(""), "", true));
        blocks.add(input(Intake.PROJECT_LINK, "Collaboration project link", line("", "https://…"), "", true));
        blocks.add(
                input(Intake.PREFERRED_CSM, "Preferred CSM", choice(csms(), ""), "A wish: the manager decides.", true));
        blocks.add(input(Intake.NOTES, "Notes for the manager", paragraph("", ""), "", true));
        return modal(CALLBACK, "Request a CSM", "Submit", blocks, carried);
    }

    private List<LayoutBlock> evidence() {
        return List.of(
                input(
                        Intake.EVIDENCE,
                        "Proof of value (POV)",
                        boxes(
                                List.of(
                                        Option.of(Intake.POV_COMPLETED, "A POV was completed"),
                                        Option.of(Intake.NEXT_STEPS, "Next steps were agreed"),
                                        Option.of(Intake.NEAR_END, "Nearing the end of Technical Evaluation")),
                                Set.of()),
                        "At this stage either the POV is done, presented and agreed upon, or the evaluation nears its end.",
                        true),
                input(Intake.PRESENTED_ON, "Results presented on", date(Optional.empty()), "", true));
    }

    private boolean asksForEvidence(Stage stage) {
        return handbook.gate(stage) == GateRule.WITH_EVIDENCE;
    }

    private static List<Option> stages() {
        return Arrays.stream(Stage.values())
                .filter(stage -> !stage.terminal())
                .map(stage -> Option.of(stage.name(), stage.label()))
                .toList();
    }

    private static List<Option> segments() {
        return Arrays.stream(Segment.values())
                .map(segment -> Option.of(segment.name(), segment.label()))
                .toList();
    }

    private static List<Option> deployments() {
        return Arrays.stream(Deployment.values())
                .map(deployment -> Option.of(deployment.name(), deployment.label()))
                .toList();
    }

    private List<Option> regions() {
        return roster.regions().values().stream()
                .map((Region region) -> Option.of(region.key(), region.name()))
                .toList();
    }

    private List<Option> csms() {
        return roster.with(Role.CSM).stream()
                .filter(Person::reachable)
                .map(person -> Option.of(person.slackId(), person.name()))
                .toList();
    }
}
