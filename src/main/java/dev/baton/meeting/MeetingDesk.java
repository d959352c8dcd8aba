package dev.baton.meeting;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Notices;
import dev.baton.notice.Owed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Plans meetings inside the transaction of what causes them. */
final class MeetingDesk {
    private final Handbook handbook;
    private final Roster roster;
    private final MeetingStore meetings;
    private final Accounts accounts;
    private final HistoryStore history;
    private final Notices notices;

    MeetingDesk(
            Handbook handbook,
            Roster roster,
            MeetingStore meetings,
            Accounts accounts,
            HistoryStore history,
            Notices notices) {
        this.handbook = handbook;
        this.roster = roster;
        this.meetings = meetings;
        this.accounts = accounts;
        this.history = history;
        this.notices = notices;
    }

    /** What is planned already moves to the new owner. */
    void planInternal(Act act, Account account, String csm, Optional<String> sa) {
        Optional<String> coOwner = meetings.planned(act.handle(), account.id())
                .map(before -> before.ownedBy(csm, sa).coOwner())
                .orElse(sa.filter(person -> !person.equals(csm)));
        Meeting meeting = meetings.plan(act, account.id(), csm, coOwner);
        notices.oweAll(act, meeting.announced(act.now()));
        notices.touch(act, meeting.subject());
        history.add(
                act,
                account.id(),
                meeting.subject(),
                Meeting.PLANNED,
                csm + coOwner.map(sas -> " " + sas).orElse(""));
    }

    List<InHand> inHand(Handle read, String person) {
        String words = "internal " + handbook.words().accountTeam() + " meeting";
        return meetings.planned(read, person).stream()
                .map(meeting -> new InHand(
                        meeting.subject(),
                        meeting.account(),
                        words,
                        List.of(meeting.owner().equals(person) ? Role.CSM : Role.SA)))
                .toList();
    }

    List<String> holders(Handle read) {
        return meetings.planned(read).stream()
                .flatMap(meeting -> Stream.concat(Stream.of(meeting.owner()), meeting.coOwner().stream()))
                .distinct()
                .toList();
    }

    /** Gives the meetings of somebody who left to a successor, who is told. */
    boolean handOver(Act act, String subject, String from, String to) {
        Optional<Meeting> held = meetings.planned(act.handle(), from).stream()
                .filter(meeting -> meeting.subject().equals(subject))
                .findFirst();
        held.map(meeting -> meeting.handedOn(from, to)).ifPresent(next -> {
            meetings.plan(act, next.account(), next.owner(), next.coOwner());
            notices.owe(act, Owed.now(Meeting.PLANNED, next.subject(), to, act.now()));
            notices.touch(act, next.subject());
            history.add(act, next.account(), next.subject(), Meeting.HANDED, from + " → " + to);
        });
        return held.isPresent();
    }

    MeetingView view(Handle read, long id) {
        Meeting meeting = meetings.meeting(read, id).orElseThrow(() -> new IllegalStateException("no meeting " + id));
        return new MeetingView(meeting, accounts.existing(read, meeting.account()), roster, handbook);
    }

    Optional<SalesforceId> about(Handle read, long id) {
        return meetings.meeting(read, id).map(Meeting::account);
    }

    Optional<MeetingView> planned(Handle read, Account account) {
        return meetings.planned(read, account.id()).map(meeting -> new MeetingView(meeting, account, roster, handbook));
    }
}
