package dev.baton.account;

import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What people chose for themselves: hours, days, digest, time off. */
public final class PreferenceStore {

    public Preferences preferences(Handle handle, String person) {
        return handle.createQuery("SELECT * FROM preference WHERE person = :person")
                .bind("person", person)
                .map((row, context) -> preferences(row))
                .findOne()
                .orElse(Preferences.NONE);
    }

    public void save(Act act, String person, Preferences chosen) {
        act.handle()
                .createUpdate("""
                        INSERT INTO preference (person, quiet_from, quiet_until, weekdays, holidays, lead, gathered,
                            paused_until)
                        VALUES (:person, :from, :until, :weekdays, :holidays, :lead, :gathered, :paused)
                        ON CONFLICT (person) DO UPDATE SET
                            quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                            weekdays = excluded.weekdays, holidays = excluded.holidays, lead = excluded.lead,
                            gathered = excluded.gathered, paused_until = excluded.paused_until
                        """)
                .bind("person", person)
                .bind(
                        "from",
                        chosen.quiet().map(quiet -> quiet.from().toString()).orElse(null))
                .bind(
                        "until",
                        chosen.quiet().map(quiet -> quiet.until().toString()).orElse(null))
                .bind(
                        "weekdays",
                        chosen.weekdays().map(PreferenceStore::written).orElse(null))
                .bind("holidays", chosen.holidays().orElse(null))
                .bind("lead", chosen.lead().map(Span::toString).orElse(null))
                .bind("gathered", chosen.gathered() ? 1 : 0)
                .bind("paused", chosen.pausedUntil().map(LocalDate::toString).orElse(null))
                .execute();
    }

    /** The days away that this person entered, soonest first. */
    public List<Leave> leaves(Handle handle, String person) {
        return handle.createQuery("SELECT * FROM leave WHERE person = :person AND removed = 0 ORDER BY first_day, id")
                .bind("person", person)
                .map((row, context) -> leave(row))
                .list();
    }

    /** Where this person was asked to stand in, or does. */
    public List<Leave> coveredBy(Handle handle, String delegate) {
        return handle.createQuery(
                        "SELECT * FROM leave WHERE delegate = :delegate AND removed = 0 ORDER BY first_day, id")
                .bind("delegate", delegate)
                .map((row, context) -> leave(row))
                .list();
    }

    /** Also one that was taken back. */
    public Optional<Leave> leave(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM leave WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> leave(row))
                .findOne();
    }

    public Leave add(Act act, String person, TimeOff time, Optional<String> delegate) {
        return act.handle()
                .createQuery("""
                        INSERT INTO leave (person, first_day, last_day, delegate, answer)
                        VALUES (:person, :first, :last, :delegate, :answer)
                        RETURNING *
                        """)
                .bind("person", person)
                .bind("first", time.first().toString())
                .bind("last", time.last().toString())
                .bind("delegate", delegate.orElse(null))
                .bind("answer", delegate.map(any -> Leave.Answer.ASKED.stored()).orElse(null))
                .map((row, context) -> leave(row))
                .one();
    }

    /**
     * Keeps what a delegate said.
     *
     * @return false when it was answered the same way before, or was taken back
     */
    public boolean answer(Act act, long id, Leave.Answer answer) {
        return act.handle()
                        .createUpdate(
                                "UPDATE leave SET answer = :answer WHERE id = :id AND answer <> :answer AND removed = 0")
                        .bind("id", id)
                        .bind("answer", answer.stored())
                        .execute()
                == 1;
    }

    /**
     * Takes days away back.
     *
     * @return false when that was done before
     */
    public boolean remove(Act act, long id) {
        return act.handle()
                        .createUpdate("UPDATE leave SET removed = 1 WHERE id = :id AND removed = 0")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        Optional<LocalTime> from =
                Optional.ofNullable(row.getString("quiet_from")).map(LocalTime::parse);
        Optional<LocalTime> until =
                Optional.ofNullable(row.getString("quiet_until")).map(LocalTime::parse);
        return new Preferences(
                from.flatMap(begun -> until.map(over -> new QuietHours(begun, over, over))),
                Optional.ofNullable(row.getString("weekdays")).map(PreferenceStore::weekdays),
                Optional.ofNullable(row.getString("holidays")),
                Optional.ofNullable(row.getString("lead")).flatMap(Span::parse),
                row.getInt("gathered") == 1,
                Optional.ofNullable(row.getString("paused_until")).map(LocalDate::parse));
    }

    private static Leave leave(ResultSet row) throws SQLException {
        return new Leave(
                row.getLong("id"),
                row.getString("person"),
                new TimeOff(LocalDate.parse(row.getString("first_day")), LocalDate.parse(row.getString("last_day"))),
                Optional.ofNullable(row.getString("delegate")),
                Optional.ofNullable(row.getString("answer")).map(Leave.Answer::of),
                row.getInt("removed") == 1);
    }

    private static String written(Set<DayOfWeek> days) {
        return days.stream().sorted().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
    }

    private static Set<DayOfWeek> weekdays(String written) {
        return written.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toUnmodifiableSet());
    }
}
