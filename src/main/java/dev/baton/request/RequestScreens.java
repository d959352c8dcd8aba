package dev.baton.request;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Money;
import dev.baton.account.Region;
import dev.baton.account.SalesforceId;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws a request wherever it is shown: the manager's card, the requester's receipt, what those concerned are told. */
final class RequestScreens {
    static final String ASSIGN = "request.assign";
    static final String ASK = "request.ask";

    /** On the account's card. */
    LayoutBlock ask(SalesforceId account) {
        return actions(
                "request.ask", button(ASK, "Request a CSM", account.value15()).primary());
    }

    /** The card of the manager, or of whoever stands in. */
    Message card(RequestView view, Due due) {
        CsmRequest request = view.request();
        String name = nameFor(view, Audience.TEAM);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                title("CSM request " + request.label() + ": " + view.account().nameFor(Audience.TEAM)));
        due.insteadOf()
                .ifPresent(person ->
                        blocks.add(note("For you because " + esc(view.name(person)) + " cannot be reached.")));
        blocks.add(text(esc(view.name(request.requester())) + " asks for a CSM for *" + name + "*."));
        blocks.addAll(facts(known(view)));
        request.notes().ifPresent(notes -> blocks.add(text("*Notes*\n" + esc(notes))));
        blocks.add(text(qualification(request)));
        blocks.add(note("Gate: " + request.admission().words()));
        String summary = request.label() + ": " + view.name(request.requester()) + " asks for a CSM for "
                + view.account().nameFor(Audience.TEAM);
        if (request.state().open()) {
            blocks.add(actions(
                    "request.answers",
                    button(ASSIGN, "Assign", String.valueOf(request.number())).primary()));
        } else {
            blocks.add(text(settled(view)));
        }
        return message(summary, blocks);
    }

    /** What the requester sees, from receipt to result. */
    Message receipt(RequestView view) {
        CsmRequest request = view.request();
        String name = nameFor(view, Audience.TEAM);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*" + request.label() + "*: your request for a CSM for *" + name + "* is "
                + (request.state().open()
                        ? "with " + esc(view.name(request.manager())) + "."
                        : settledShort(view) + ".")));
        blocks.add(note(qualification(request)));
        return message(
                request.label() + ": your request for a CSM for "
                        + view.account().nameFor(Audience.TEAM) + " is "
                        + (request.state().open() ? "with " + view.name(request.manager()) : plainSettled(view)),
                blocks);
    }

    /** The CSM hears what is theirs now; the others whom to talk to. */
    Message assigned(RequestView view, String reader) {
        CsmRequest request = view.request();
        String csm = request.csm().orElse("");
        String by = request.settledBy().map(view::name).orElse("The manager");
        String name = view.account().nameFor(Audience.TEAM);
        String words = reader.equals(csm)
                ? by + " assigned " + name + " to you. You are its CSM (" + request.label() + ")."
                : view.name(csm) + " is the CSM of " + name + " (" + request.label() + ", assigned by " + by + ").";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        if (reader.equals(csm)) {
            blocks.addAll(facts(known(view)));
            request.notes().ifPresent(notes -> blocks.add(text("*Notes*\n" + esc(notes))));
        }
        request.answer().ifPresent(note -> blocks.add(text("*From " + esc(by) + "*\n" + esc(note))));
        return message(words, blocks);
    }

    /** One line for a channel, where the name is the one everybody may read. */
    Message line(RequestView view) {
        CsmRequest request = view.request();
        return oneLine(view.name(request.requester()) + " asked for a CSM for "
                + view.account().nameFor(Audience.OTHERS) + " (" + request.label() + ").");
    }

    Message assignedLine(RequestView view) {
        CsmRequest request = view.request();
        return oneLine(request.csm().map(view::name).orElse("") + " is the CSM of "
                + view.account().nameFor(Audience.OTHERS) + " (" + request.label() + ").");
    }

    private static Message oneLine(String words) {
        return message(words, List.of(text(esc(words))));
    }

    private static List<String> known(RequestView view) {
        Account account = view.account();
        List<String> facts = new ArrayList<>(List.of(
                "Stage", esc(view.opportunity().stage().label()),
                "Expected close", view.opportunity().closeDate().toString(),
                "ARR", view.opportunity().arr().map(Money::toString).orElse("not known"),
                "LAM", view.opportunity().lam().toString(),
                "Segment", esc(account.segment().label()),
                "Region", esc(regionName(view, account.region()))));
        account.deployment().ifPresent(deployment -> facts.addAll(List.of("Deployment", esc(deployment.label()))));
        view.request().preferredCsm().ifPresent(csm -> facts.addAll(List.of("Preferred CSM", esc(view.name(csm)))));
        account.projectUrl().ifPresent(url -> facts.addAll(List.of("Project", link(url))));
        return facts;
    }

    private static String regionName(RequestView view, String key) {
        Region region = view.roster().regions().get(key);
        return region == null ? key : region.name();
    }

    /** A typed address as a link; the bar would begin a label. */
    private static String link(String url) {
        return "<" + esc(url).replace("|", "%7C") + ">";
    }

    private static String qualification(CsmRequest request) {
        String result = switch (request.qualified().result()) {
            case CSM -> ":white_check_mark: *Qualifies for a CSM*";
            case SCALE_CSE -> ":large_yellow_circle: *Qualifies for Scale CSE*";
            case NONE -> ":warning: *Below the threshold*";
            case UNKNOWN -> ":grey_question: *Qualification unknown*";
        };
        return result + ": " + esc(request.qualified().why());
    }

    private static String settled(RequestView view) {
        String words = "*" + esc(capitalised(plainSettled(view))) + "*";
        return words + view.request().answer().map(note -> "\n" + esc(note)).orElse("");
    }

    private static String settledShort(RequestView view) {
        return esc(plainSettled(view));
    }

    private static String plainSettled(RequestView view) {
        CsmRequest request = view.request();
        String by =
                request.settledBy().map(person -> " by " + view.name(person)).orElse("");
        Optional<String> csm = request.csm().map(view::name);
        return csm.map(name -> "assigned to " + name).orElse(request.state().words()) + by;
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String nameFor(RequestView view, Audience audience) {
        return esc(view.account().nameFor(audience));
    }

    private static Message message(String text, List<LayoutBlock> blocks) {
        return new Message(Blocks.esc(text), Blocks.json(blocks));
    }
}
