package dev.baton.dedicated;

import dev.baton.account.Account;
import dev.baton.account.Names;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a screen needs to know about an announcement, read in one go.
 *
 * @param opportunity the leading one
 * @param team who should read, in the order of the roles
 * @param readers who has read, and when
 */
record Reading(
        Announcement announcement,
        Account account,
        Optional<Opportunity> opportunity,
        Set<String> team,
        Map<String, Instant> readers,
        Roster roster,
        Handbook handbook) {

    Reading {
        team = new LinkedHashSet<>(team);
        readers = Map.copyOf(readers);
    }

    String name(String person) {
        return Names.of(person, roster);
    }

    boolean member(String person) {
        return team.contains(person);
    }

    boolean read(String person) {
        return readers.containsKey(person);
    }

    /** How many of the team have read. Who has left the team does not count. */
    long readByTeam() {
        return team.stream().filter(this::read).count();
    }

    /** "read by 2 of 3". */
    String tally() {
        return team.isEmpty() ? "nobody is on the team yet" : "read by " + readByTeam() + " of " + team.size();
    }
}
