package dev.baton.stage;

import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Link;
import dev.baton.handbook.Role;
import dev.baton.handbook.Topic;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws a new customer: for the team, for a channel, and on the account's card. */
final class OnboardingScreens {
    private static final int RANK_ON_ACCOUNT = 13;

    /** What a member of the team reads: who answers for what from now on, and by when what is due. */
    Message member(OnboardingView view, String reader) {
        String words = opening(view, reader);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(esc(words)));
        if (view.onboarding().standing()) {
            view.handbook().topic("post-sales").ifPresent(topic -> blocks.add(text(topic(topic))));
            if (view.cover() != Cover.CSM) {
                blocks.add(note(
                        esc("As long as there is no " + view.handbook().words().csm() + ", all of it is "
                                + (isPrimary(view, reader)
                                        ? "yours"
                                        : "with " + view.name(view.primary().person())) + ".")));
            }
            blocks.addAll(facts(dates(view)));
            blocks.add(note(esc(aboutDates(view))));
        }
        return new Message(esc(words), Blocks.json(blocks));
    }

    /** One line for a channel, under the name that everybody may read. */
    Message line(OnboardingView view) {
        String name = view.customerForAll();
        if (!view.onboarding().standing()) {
            return oneLine(notWon(name));
        }
        String kickoff =
                view.cover().kickoff() ? " Kickoff by " + view.onboarding().kickoff() + "." : "";
        return oneLine(
                name + " is a customer now. " + view.named(view.primary()) + " is the primary contact." + kickoff);
    }

    /** The primary contact, and the days of a customer who is new. */
    Part onAccount(Primary primary, String name, Handbook handbook, Optional<OnboardingView> fresh) {
        List<String> known = new ArrayList<>();
        known.addAll(List.of("Primary contact", esc(name + " (" + handbook.label(primary.role()) + ")")));
        fresh.ifPresent(view -> known.addAll(dates(view)));
        return Part.whole(RANK_ON_ACCOUNT, facts(known));
    }

    private static String opening(OnboardingView view, String reader) {
        if (!view.onboarding().standing()) {
            return notWon(view.customer());
        }
        String stays = view.seller()
                .filter(seller -> view.cover() == Cover.CSM)
                .map(seller -> " Renewal and commercial matters stay with "
                        + (seller.person().equals(reader) ? "you" : view.named(seller)) + ".")
                .orElse("");
        return view.customer() + " is a customer now: " + view.deal().stage().label() + " on "
                + view.deal().closeDate() + ", start " + view.onboarding().start() + ". " + contact(view, reader)
                + stays;
    }

    private static String contact(OnboardingView view, String reader) {
        String is = isPrimary(view, reader)
                ? "You are the primary contact"
                : view.named(view.primary()) + " is the primary contact";
        String aCsm = view.handbook().words().aCsm();
        return switch (view.cover()) {
            case CSM -> is + " from now on.";
            case MISSING, UNDECIDED ->
                is + " until " + aCsm + " is assigned; " + view.manager() + " ("
                        + view.handbook().label(Role.CSM_MANAGER) + ") was told that nobody is.";
            case POOL -> is + "; " + view.handbook().words().thePool() + " supports the account.";
            case BELOW -> is + ": the account is below the threshold for " + aCsm + ".";
        };
    }

    private static boolean isPrimary(OnboardingView view, String reader) {
        return view.primary().person().equals(reader);
    }

    private static List<String> dates(OnboardingView view) {
        Onboarding onboarding = view.onboarding();
        List<String> dates =
                new ArrayList<>(List.of("Customer start", onboarding.start().toString()));
        if (view.cover().kickoff()) {
            dates.addAll(List.of(
                    "Kickoff by",
                    onboarding.kickoff().toString(),
                    "First cadence call by",
                    onboarding.cadence().toString(),
                    "Onboarding done by",
                    onboarding.done().toString()));
        }
        return dates;
    }

    private static String aboutDates(OnboardingView view) {
        String csm = view.handbook().words().csm();
        return view.cover().kickoff()
                ? "Days of the calendar, counted from the customer start. The " + csm + " schedules the kickoff."
                : "Without a " + csm + " there is no kickoff.";
    }

    private static String notWon(String name) {
        return name + " is not Closed Won any more, so nothing of this is due.";
    }

    private static String topic(Topic topic) {
        String links = topic.links().stream().map(OnboardingScreens::link).collect(Collectors.joining("\n"));
        return "*" + esc(topic.title()) + "*\n" + esc(topic.text()) + (links.isEmpty() ? "" : "\n" + links);
    }

    private static String link(Link link) {
        return "<" + esc(link.address().toString()).replace("|", "%7C") + "|" + esc(link.label()) + ">";
    }

    private static Message oneLine(String words) {
        return new Message(esc(words), Blocks.json(List.of(text(esc(words)))));
    }
}
