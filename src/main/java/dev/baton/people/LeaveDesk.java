package dev.baton.people;

import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Leave;
import dev.baton.account.Leave.Answer;
import dev.baton.account.Names;
import dev.baton.account.People;
import dev.baton.account.PreferenceStore;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.TimeOff;
import dev.baton.notice.Notices;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Enters time off, takes it back, and asks whoever shall stand in. Due times are counted anew in the same transaction. */
final class LeaveDesk {
    private final Acts acts;
    private final People people;
    private final Roster roster;
    private final PreferenceStore store;
    private final SettingsDesk settings;
    private final Notices notices;

    LeaveDesk(Acts acts, People people, PreferenceStore store, SettingsDesk settings, Notices notices) {
        this.acts = acts;
        this.people = people;
        roster = people.roster();
        this.store = store;
        this.settings = settings;
        this.notices = notices;
    }

    /** Enters time off, and asks the delegate if there is one; the answer is the leave's id. */
    String add(String person, String gesture, Intake.Wish wish) {
        settings.require(person);
        return acts.once(person, gesture, "modal", act -> {
            LocalDate today = people.today(act.handle(), person, act.now());
            refuseTwice(act.handle(), person, wish.time(), today);
            wish.delegate().ifPresent(delegate -> refuseAbsent(act.handle(), delegate, wish.time(), today));
            Leave leave = store.add(act, person, wish.time(), wish.delegate());
            wish.delegate().ifPresent(delegate -> notices.owe(act, question(leave, delegate, act.now())));
            notices.recount(act, person);
            return String.valueOf(leave.id());
        });
    }

    /** Takes time off back; whoever was asked to stand in reads so. */
    void remove(String person, String gesture, long id) {
        acts.once(person, gesture, "button", act -> {
            Leave leave = existing(act.handle(), id);
            if (!leave.person().equals(person)) {
                throw new Refusal("That is not your time off.");
            }
            if (!store.remove(act, id)) {
                throw new Refusal("That time off is taken back already.");
            }
            leave.delegate()
                    .ifPresent(delegate -> notices.withdraw(
                            act, question(leave, delegate, act.now()).key()));
            notices.touch(act, Absence.subject(id));
            notices.recount(act, person);
            return "removed";
        });
    }

    /** What the delegate says. One who accepted may still decline, and whoever asked hears of both. */
    void answer(String delegate, String gesture, long id, Answer answer) {
        acts.once(delegate, gesture, "button", act -> {
            Leave leave = existing(act.handle(), id);
            if (!leave.delegate().equals(Optional.of(delegate))) {
                throw new Refusal("Somebody else was asked to stand in.");
            }
            if (leave.removed()) {
                throw new Refusal(Names.of(leave.person(), roster) + " has taken this back: nobody needs to stand in.");
            }
            if (leave.answer().equals(Optional.of(Answer.DECLINED))) {
                throw new Refusal("You declined this. " + Names.of(leave.person(), roster) + " can ask you again.");
            }
            if (store.answer(act, id, answer)) {
                told(act, leave, answer);
            }
            return answer.name();
        });
    }

    private void told(Act act, Leave leave, Answer answer) {
        String subject = Absence.subject(leave.id());
        notices.owe(
                act,
                Owed.now(Absence.ANSWER, subject, leave.person(), act.now()).each(answer.name()));
        notices.touch(act, subject);
        notices.recount(act, leave.person());
    }

    /** As somebody reads of it; empty where there is no such leave. */
    Optional<Absence> absence(Handle read, String reader, long id, Instant now) {
        return store.leave(read, id).map(leave -> new Absence(leave, people.today(read, reader, now), roster));
    }

    private Leave existing(Handle read, long id) {
        return store.leave(read, id).orElseThrow(() -> new Refusal("This belongs to no time off I know."));
    }

    private void refuseTwice(Handle read, String person, TimeOff wanted, LocalDate today) {
        store.leaves(read, person).stream()
                .map(Leave::time)
                .filter(time -> time.meeting(wanted).isPresent())
                .findFirst()
                .ifPresent(time -> {
                    throw Refusal.at(
                            Intake.FROM,
                            "You are away " + Days.said(time, today)
                                    + " already. Choose other days, or remove that first.");
                });
    }

    private void refuseAbsent(Handle read, String delegate, TimeOff wanted, LocalDate today) {
        if (!people.active(read, delegate)) {
            throw Refusal.at(
                    Intake.DELEGATE,
                    "I do not know this person. Choose somebody else, or ask " + Names.admins(roster)
                            + " to add them to the people file.");
        }
        people.off(read, delegate).stream()
                .flatMap(time -> time.meeting(wanted).stream())
                .findFirst()
                .ifPresent(time -> {
                    throw Refusal.at(
                            Intake.DELEGATE,
                            Names.of(delegate, roster) + " is away too " + Days.said(time, today)
                                    + ". Choose somebody else.");
                });
    }

    private static Owed question(Leave leave, String delegate, Instant now) {
        return Owed.now(Absence.QUESTION, Absence.subject(leave.id()), delegate, now);
    }
}
