package dev.baton.people;

import dev.baton.account.Leave;
import dev.baton.account.Names;
import dev.baton.account.Roster;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days away, as those read of them who are asked to stand in, and who asked.
 *
 * @param today where the reader lives
 */
record Absence(Leave leave, LocalDate today, Roster roster) {
    static final String QUESTION = "people.stand-in";
    static final String ANSWER = "people.answered";

    static String subject(long leave) {
        return "leave:" + leave;
    }

    String asker() {
        return Names.of(leave.person(), roster);
    }

    String delegate() {
        return leave.delegate().map(id -> Names.of(id, roster)).orElse("nobody");
    }

    boolean is(Leave.Answer answer) {
        return !leave.removed() && leave.answer().equals(Optional.of(answer));
    }

    /** Who reads instead when the delegate does not. */
    Optional<String> backup() {
        return roster.backupOf(leave.person()).map(id -> Names.of(id, roster));
    }
}
