package dev.baton.notice;

import dev.baton.account.Anchor;
import dev.baton.account.People;
import dev.baton.store.Database;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Who reads what comes for somebody on time off. It is never part of a key: the same notice, read by somebody else. */
final class Readers {
    private final Database database;
    private final People people;
    private final ReaderStore store = new ReaderStore();
    private volatile NoticeRunner.Answerable answerable = (read, subject) -> Optional.empty();

    Readers(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    void answerable(NoticeRunner.Answerable whoElse) {
        answerable = whoElse;
    }

    /**
     * Who reads it in the recipient's place, kept before it is sent. Every earlier try is known to have failed by now, so
     * somebody who came back meanwhile, or left, is no second reader. Where the claim is lost the row stays as it was, and is
     * not sent.
     */
    NoticeRow addressed(Kind kind, NoticeRow row, Instant now) {
        if (!row.toPerson() || kind.personal()) {
            return row;
        }
        Optional<String> reader = database.read(read -> people.standIn(read, row.recipient(), now));
        if (reader.equals(row.reader())) {
            return row;
        }
        boolean mine = database.write(tx -> store.keep(tx, row, reader));
        return mine ? row.readBy(reader) : row;
    }

    /** What comes before a moment at which nobody is there to see to it, is told to whoever answers for it as well. */
    void alsoTell(Kind kind, NoticeRow row, Instant now) {
        if (!row.toPerson()
                || kind.personal()
                || row.reader().isPresent()
                || row.insteadOf().isPresent()) {
            return;
        }
        Optional<String> manager = database.read(read -> store.before(read, row)
                .filter(moment -> unattended(read, row.recipient(), moment, now))
                .flatMap(moment -> answerable.manager(read, row.subject())));
        manager.filter(person -> !person.equals(row.recipient()))
                .ifPresent(person ->
                        database.write(tx -> NoticeStore.oweInstead(tx, row.id(), row.keyFor(person), person, now)));
    }

    /** Now, or in the last minute before it. */
    private boolean unattended(Handle read, String person, Anchor before, Instant now) {
        Instant last = before.latest(people.zone(read, person)).minusSeconds(60);
        return Stream.of(now, last)
                .anyMatch(moment -> people.away(read, person, moment)
                        && people.standIn(read, person, moment).isEmpty());
    }
}
