package dev.baton.meeting;

import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.text;

import dev.baton.account.Account.Audience;
import dev.baton.notice.Message;
import dev.baton.slack.Blocks;
import dev.baton.slack.Part;
import java.util.List;
import java.util.Optional;

/** Draws planned meetings for those who own them, and for the account's card. */
final class MeetingScreens {
    private static final int RANK_ON_ACCOUNT = 25;

    /** Who owns it, said to one of those concerned. */
    Message planned(MeetingView view, String reader) {
        String words = "An internal " + view.handbook().words().accountTeam() + " meeting is planned for "
                + view.account().nameFor(Audience.TEAM) + ". " + owners(view, reader);
        return new Message(esc(words), Blocks.json(List.of(text(esc(words)))));
    }

    Part onAccount(MeetingView view) {
        String words = "*Internal " + esc(view.handbook().words().accountTeam()) + " meeting*: planned. "
                + esc(owners(view, ""));
        return Part.whole(RANK_ON_ACCOUNT, List.of(text(words)));
    }

    private static String owners(MeetingView view, String reader) {
        String owner = view.meeting().owner();
        Optional<String> coOwner = view.meeting().coOwner();
        if (reader.equals(owner)) {
            return "You own it"
                    + coOwner.map(person -> "; " + view.name(person) + " co-owns it")
                            .orElse("") + ".";
        }
        if (coOwner.equals(Optional.of(reader))) {
            return view.name(owner) + " owns it; you co-own it.";
        }
        return view.name(owner) + " owns it"
                + coOwner.map(person -> "; " + view.name(person) + " co-owns it")
                        .orElse("") + ".";
    }
}
