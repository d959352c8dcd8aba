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
import dev.baton.handbook.EarlyReason;
import dev.baton.handbook.Field;
import dev.baton.handbook.GateReason;
import dev.baton.handbook.GateRule;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.slack.Element;
import dev.baton.slack.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Draws the form with which a CSM is asked for, and the same form for correcting a request. */
final class FormScreens {
    static final String NEW = "request.form";
    static final String EDIT = "request.edit.form";

    private final Handbook handbook;
    private final Roster roster;

    FormScreens(Handbook handbook, Roster roster) {
        this.handbook = handbook;
        this.roster = roster;
    }

    View form(Prefill prefill, Optional<Stage> stage, String carried) {
        return draw(NEW, handbook.words().requestTitle(), "Submit", prefill, stage, carried);
    }

    View edit(CsmRequest request, Prefill prefill, Optional<Stage> stage) {
        String number = String.valueOf(request.number());
        return draw(EDIT, "Edit " + request.label(), "Save", prefill, stage, number);
    }

    /** At a stage that asks for evidence the form grows; it keeps what was typed because its fields keep their ids. */
    private View draw(
            String callback, String title, String submit, Prefill known, Optional<Stage> stage, String carried) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(note("Goes to the " + handbook.words().csmManager()
                + " of the account's region, so that the workload stays balanced."));
        add(blocks, Intake.ACCOUNT_NAME, Field.ACCOUNT_NAME, line(known.accountName(), ""), false);
        add(
                blocks,
                Intake.ACCOUNT_LINK,
                Field.ACCOUNT_LINK,
                line(known.accountLink(), "https://….my.salesforce.com/001…"),
                false);
        add(
                blocks,
                Intake.OPPORTUNITY_LINK,
                Field.OPPORTUNITY_LINK,
                line(known.opportunityLink(), "https://….my.salesforce.com/006…"),
                false);
        Element stages = choice(stages(), known.stage().map(Enum::name).orElse(""));
        blocks.add(dispatching(Intake.STAGE, handbook.label(Field.STAGE), stages, handbook.hint(Field.STAGE), false));
        if (stage.or(known::stage).filter(this::asksForEvidence).isPresent()) {
            addEvidence(blocks);
        }
        add(blocks, Intake.CLOSE_DATE, Field.CLOSE_DATE, date(known.closeDate()), false);
        add(blocks, Intake.LAM, Field.LAM, line(known.lam(), "1.2M"), false);
        add(blocks, Intake.ARR, Field.DEAL_VALUE, line(known.arr(), "420k"), true);
        Element segments = choice(options(Segment.values(), Segment::label), known.segment());
        add(blocks, Intake.SEGMENT, Field.SEGMENT, segments, false);
        add(blocks, Intake.REGION, Field.REGION, choice(regions(), known.region()), false);
        Element deployments = choice(options(Deployment.values(), Deployment::label), known.deployment());
        add(blocks, Intake.DEPLOYMENT, Field.DEPLOYMENT, deployments, true);
        add(blocks, Intake.ACCOUNT_EXECUTIVE, Field.ACCOUNT_EXECUTIVE, user(known.accountExecutive()), true);
        add(blocks, Intake.PROJECT_LINK, Field.PROJECT_LINK, line(known.projectLink(), "https://…"), true);
        if (!csms().isEmpty()) {
            add(blocks, Intake.PREFERRED_CSM, Field.PREFERRED_CSM, choice(csms(), known.preferredCsm()), true);
        }
        add(blocks, Intake.NOTES, Field.NOTES, paragraph(known.notes(), ""), true);
        return modal(callback, title, submit, blocks, carried);
    }

    private void addEvidence(List<LayoutBlock> blocks) {
        List<Option> ticks = new ArrayList<>();
        for (EarlyReason reason : handbook.gateReasons()) {
            ticks.add(Option.of(reason.code().name(), reason.box()));
            if (reason.code() == GateReason.POV_COMPLETED) {
                ticks.add(Option.of(Intake.NEXT_STEPS, handbook.gateWords().nextSteps()));
            }
        }
        add(blocks, Intake.EVIDENCE, Field.EVIDENCE, boxes(ticks, Set.of()), true);
        add(blocks, Intake.PRESENTED_ON, Field.PRESENTED_ON, date(Optional.empty()), true);
    }

    private void add(List<LayoutBlock> blocks, String id, Field field, Element element, boolean optional) {
        blocks.add(input(id, handbook.label(field), element, handbook.hint(field), optional));
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

    private static <E extends Enum<E>> List<Option> options(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(each -> Option.of(each.name(), label.apply(each)))
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
