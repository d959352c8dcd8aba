package dev.baton.meeting;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Kind;
import dev.baton.notice.Notices;
import dev.baton.slack.Feature;
import dev.baton.slack.Part;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The meetings that hand a customer over, as the whole sees them. */
public final class MeetingFeature implements Feature {
    private final MeetingDesk desk;
    private final MeetingScreens screens = new MeetingScreens();

    public MeetingFeature(Handbook handbook, Roster roster, Accounts accounts, HistoryStore history, Notices notices) {
        desk = new MeetingDesk(handbook, roster, new MeetingStore(), accounts, history, notices);
    }

    /** An account has a CSM now: the internal meeting is theirs, with the SA. */
    public void planInternal(Act act, Account account, String csm, Optional<String> sa) {
        desk.planInternal(act, account, csm, sa);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.of(
                Meeting.PLANNED,
                (due, read) -> Optional.of(
                        screens.planned(desk.view(read, Long.parseLong(due.subjectId())), due.recipient()))));
    }

    @Override
    public List<Part> card(Account account, Who viewer, Handle read) {
        return desk.planned(read, account).map(screens::onAccount).stream().toList();
    }

    @Override
    public List<InHand> inHand(String person, Handle read) {
        return desk.inHand(read, person);
    }

    @Override
    public List<String> holders(Handle read) {
        return desk.holders(read);
    }

    @Override
    public boolean handOver(Act act, String subject, String from, String to) {
        return desk.handOver(act, subject, from, to);
    }

    @Override
    public Optional<SalesforceId> about(String subject, Handle read) {
        return subject.matches("meeting:[0-9]{1,18}")
                ? desk.about(read, Long.parseLong(subject.substring(subject.indexOf(':') + 1)))
                : Optional.empty();
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        return switch (line.event()) {
            case Meeting.PLANNED -> Optional.of("planned the internal meeting for " + line.detail());
            case Meeting.HANDED -> Optional.of("handed on the internal meeting: " + line.detail());
            default -> Optional.empty();
        };
    }
}
