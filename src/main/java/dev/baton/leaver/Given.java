package dev.baton.leaver;

import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.leaver.Estate.Past;
import java.util.List;
import java.util.Optional;

/** What was handed over in one go, as those concerned read it. */
record Given(List<Past> lines, Roster roster) {

    Given {
        lines = List.copyOf(lines);
    }

    Given to(String successor) {
        return new Given(
                lines.stream()
                        .filter(line -> line.handed().to().equals(successor))
                        .toList(),
                roster);
    }

    /** What concerns the accounts of this channel. */
    Given in(String channel) {
        return new Given(
                lines.stream()
                        .filter(line -> line.account().channel().equals(Optional.of(channel)))
                        .toList(),
                roster);
    }

    /** Where a mention would call somebody. */
    String nameAmongMany(String person) {
        return roster.person(person).map(Person::name).orElse("Somebody");
    }
}
