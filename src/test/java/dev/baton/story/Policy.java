package dev.baton.story;

import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.OperatorFile;

/**
 * What an operator gives to Baton: a handbook and a people file.
 *
 * @param profile a built-in handbook other than the usual one, or ""
 * @param people the text of the people file
 */
record Policy(String profile, String people) {
    static final Policy CAST = new Policy("", OperatorFile.builtIn("cast-roster.yml"));

    static Policy profile(String profile) {
        return new Policy(profile, CAST.people);
    }

    Policy people(String newPeople) {
        return new Policy(profile, newPeople);
    }

    Handbook handbook() {
        return profile.isEmpty() ? Handbook.builtIn() : Handbook.builtIn(profile);
    }

    /** The text of the handbook. */
    String rules() {
        return OperatorFile.builtIn(profile.isEmpty() ? "handbook.yml" : "handbook-" + profile + ".yml");
    }

    Roster roster() {
        return RosterYaml.parse("people.yml", people);
    }
}
