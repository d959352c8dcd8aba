package dev.baton.meeting;

import dev.baton.account.Account;
import dev.baton.account.Names;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;

/** A meeting with all that screens show of it. */
record MeetingView(Meeting meeting, Account account, Roster roster, Handbook handbook) {

    String name(String person) {
        return Names.of(person, roster);
    }
}
