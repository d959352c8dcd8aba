package dev.baton.scale;

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
import dev.baton.handbook.Field;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Due;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws an engagement wherever it is shown: the pool's queue, its owner, whoever accepted it, the account's card. */
final class ScaleScreens {
    static final String ASK = "scale.ask";
    static final String ACCEPT = "scale.accept";
    static final String DECLINE = "scale.decline";
    static final String DONE = "scale.done";

    /** The card in the pool's channel, where the name is the one everybody may read. */
    Message queue(EngagementView view, Due due) {
        Engagement engagement = view.engagement();
        String name = view.account().nameFor(Audience.OTHERS);
        String words = engagement.label() + ": " + view.name(engagement.owner()) + " asks for help with " + name + " ("
                + engagement.need().intervention() + ")";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(title(engagement.label() + ": " + engagement.need().intervention()));
        due.insteadOf().ifPresent(lost -> blocks.add(note("For you because the queue's channel cannot be reached.")));
        blocks.add(text(esc(view.name(engagement.owner())) + " asks for help with *" + esc(name) + "*."));
        blocks.addAll(facts(List.of("Segment", esc(view.account().segment().label()), "Region", esc(view.region()))));
        if (view.discreet()) {
            blocks.add(note("The customer is not named here. Whoever accepts gets the details by direct message."));
        } else {
            blocks.addAll(details(view));
        }
        engagement.flag().ifPresent(flag -> blocks.add(note(":grey_question: " + esc(flag))));
        blocks.addAll(answers(view));
        return message(words, blocks);
    }

    /** What the owner sees, from receipt to result. */
    Message receipt(EngagementView view) {
        Engagement engagement = view.engagement();
        String words = engagement.label() + ": your request to " + pool(view) + " for " + name(view) + " is "
                + engagement.standing(view.roster()) + ".";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        if (engagement.state() == EngagementState.SUBMITTED) {
            blocks.add(note("You hear of every step. " + esc(contact(engagement, "Whoever accepts", ""))));
        }
        return message(words, blocks);
    }

    /** Everything there is to know, for whoever accepted. */
    Message brief(EngagementView view) {
        Engagement engagement = view.engagement();
        String words = "You accepted " + engagement.label() + ": "
                + engagement.need().intervention() + " for " + name(view) + ".";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        blocks.addAll(details(view));
        blocks.add(text(esc(task(view))));
        if (view.discreet()) {
            blocks.add(note("In channels say \"" + esc(view.account().nameFor(Audience.OTHERS))
                    + "\", never the customer's name."));
        }
        if (engagement.state() == EngagementState.ACCEPTED) {
            blocks.add(actions("scale.brief", done(engagement)));
        } else {
            blocks.add(text("*" + esc(capitalised(engagement.standing(view.roster()))) + "*"));
        }
        return message(words, blocks);
    }

    /** A line in the queue, where the name is the one everybody may read. */
    Message waiting(EngagementView view) {
        Engagement engagement = view.engagement();
        String what = engagement.label() + " (" + engagement.need().intervention() + " for "
                + view.account().nameFor(Audience.OTHERS) + ")";
        return sentence(
                engagement.state() == EngagementState.SUBMITTED
                        ? what + " has been waiting for an answer since " + view.askedOn() + "."
                        : what + " is " + engagement.standing(view.roster()) + ".");
    }

    Message accepted(EngagementView view) {
        Engagement engagement = view.engagement();
        String cse = engagement.answeredBy().map(view::name).orElse("Somebody");
        return sentence(cse + " of " + pool(view) + " takes " + engagement.label() + " for " + name(view) + ". "
                + contact(
                        engagement,
                        cse,
                        view.followUp().map(day -> " by " + day).orElse("")));
    }

    Message declined(EngagementView view) {
        Engagement engagement = view.engagement();
        String words = engagement.answeredBy().map(view::name).orElse("The pool") + " declined " + engagement.label()
                + " for " + name(view) + ".";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        engagement.answer().ifPresent(reason -> blocks.add(text("*Reason*\n" + esc(reason))));
        blocks.add(note("You can ask again once that is settled. With questions ask " + esc(view.manager()) + ", the "
                + esc(view.handbook().label(Role.CSM_MANAGER)) + " of the region."));
        return message(words, blocks);
    }

    Message done(EngagementView view) {
        Engagement engagement = view.engagement();
        return sentence(engagement.label() + " for " + name(view) + " is done, says "
                + engagement.doneBy().map(view::name).orElse("the pool") + ".");
    }

    /** The owner's nudge, with the button to ask as long as there is something to ask for. */
    Message nudge(NudgeView view) {
        String name = view.account().nameFor(Audience.TEAM);
        String pool = view.handbook().words().thePool();
        String words = switch (view.suggestion().cause()) {
            case TRIED ->
                view.name(view.suggestion().by()) + " suggests asking " + pool + " for help with " + name + ".";
            case REDIRECTED ->
                view.name(view.suggestion().by()) + " redirected " + name + " to " + pool
                        + ": no one person is named, and the " + view.handbook().label(Role.CSM) + " field says "
                        + Account.SCALE + ".";
        };
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        blocks.addAll(next(view));
        return message(words, blocks);
    }

    /** On the account's card. */
    List<LayoutBlock> offer(Offer offer) {
        String cse = offer.handbook().label(Role.CSE);
        List<LayoutBlock> blocks = new ArrayList<>();
        offer.latest()
                .ifPresent(latest -> blocks.add(text("*" + esc(cse) + "*: " + latest.label() + " ("
                        + esc(latest.need().intervention()) + ") is " + esc(latest.standing(offer.roster())) + ".")));
        if (offer.open() || offer.eligibility().obstacle().isPresent()) {
            return blocks;
        }
        String pool = offer.handbook().words().thePool();
        String owner = offer.owner()
                .flatMap(offer.roster()::person)
                .map(person -> person.name() + " owns the account and can ask " + pool + " for help.")
                .orElse("The account's owner can ask " + pool + " for help, and nobody on the team is one yet ("
                        + Owners.words(offer.handbook()) + ").");
        blocks.add(note(esc(owner)));
        if (offer.mayFile() || offer.maySuggest()) {
            blocks.add(actions("scale.offer", ask(offer.account(), offer.handbook())));
        }
        return blocks;
    }

    private static List<LayoutBlock> answers(EngagementView view) {
        Engagement engagement = view.engagement();
        String number = String.valueOf(engagement.number());
        String standing = capitalised(engagement.standing(view.roster()));
        return switch (engagement.state()) {
            case SUBMITTED ->
                List.of(actions(
                        "scale.answers",
                        button(ACCEPT, "Accept", number).primary(),
                        button(DECLINE, "Decline", number)));
            case ACCEPTED -> List.of(text("*" + esc(standing) + "*"), actions("scale.answers", done(engagement)));
            case DECLINED, DONE -> List.of(text("*" + esc(standing) + "*"));
        };
    }

    private static List<LayoutBlock> details(EngagementView view) {
        Need need = view.engagement().need();
        List<LayoutBlock> blocks = new ArrayList<>(facts(
                view.label(Field.POOL_CONTACT), esc(need.contact()),
                view.label(Field.POOL_USE_CASE), esc(need.useCase()),
                view.label(Field.POOL_RISK), esc(need.risk()),
                view.label(Field.POOL_ENVIRONMENT), esc(need.environment()),
                view.label(Field.POOL_CONTACT_DIRECTLY),
                        need.direct() ? "yes, owner in copy" : "no, talk to the owner"));
        need.painPoints()
                .ifPresent(
                        words -> blocks.add(text("*" + esc(view.label(Field.POOL_PAIN_POINTS)) + "*\n" + esc(words))));
        return blocks;
    }

    private static List<LayoutBlock> next(NudgeView view) {
        if (view.since().isPresent()) {
            Engagement since = view.since().get();
            return List.of(note(":white_check_mark: " + since.label() + " is " + esc(since.standing(view.roster()))
                    + ". Nothing more is needed."));
        }
        if (view.eligibility().obstacle().isPresent()) {
            return List.of(note(esc(view.eligibility().obstacle().get())));
        }
        if (!view.owner().equals(Optional.of(view.suggestion().told()))) {
            return List.of(note(esc(view.owner()
                    .map(owner -> view.name(owner) + " owns the account and can ask.")
                    .orElse("Only the account's owner can ask, and nobody on its team is one yet ("
                            + Owners.words(view.handbook()) + ")."))));
        }
        return List.of(
                text("You own the account, so it is yours to ask."),
                actions("scale.nudge", ask(view.account(), view.handbook()).primary()));
    }

    private static String task(EngagementView view) {
        String owner = view.name(view.engagement().owner());
        String by = view.followUp().map(day -> " by " + day).orElse("");
        return view.engagement().need().direct()
                ? "Write to the customer" + by + ", with " + owner + " (owner) in copy."
                : "Talk to " + owner + " (owner)" + by + "; the customer is not to be contacted directly.";
    }

    private static String contact(Engagement engagement, String who, String by) {
        return engagement.need().direct()
                ? who + " writes to " + engagement.need().contact() + by + ", with you in copy."
                : who + " talks to you" + by + " and does not contact the customer.";
    }

    private static Button ask(Account account, Handbook handbook) {
        return button(ASK, "Ask " + handbook.words().one(Role.CSE), account.id().value15());
    }

    private static Button done(Engagement engagement) {
        return button(DONE, "Done", String.valueOf(engagement.number()));
    }

    private static String name(EngagementView view) {
        return view.account().nameFor(Audience.TEAM);
    }

    private static String pool(EngagementView view) {
        return view.handbook().words().thePool();
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Message sentence(String words) {
        return message(words, List.of(text(esc(words))));
    }

    private static Message message(String words, List<LayoutBlock> blocks) {
        return new Message(esc(words), Blocks.json(blocks));
    }
}
