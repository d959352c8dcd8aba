package dev.baton.leaver;

import dev.baton.handbook.Role;
import dev.baton.leaver.Estate.Line;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody chooses a successor for: the things that people of the same roles can take over, and who they are. */
record Choice(List<Line> lines, Successors successors) {

    /** The field in which the successor for one thing is chosen. */
    static final String SUCCESSOR = "successor";

    Choice {
        lines = List.copyOf(lines);
    }

    /** The same for the same roles, so that a form finds it again. */
    static String key(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining("+", "share:", ""));
    }

    String key() {
        return key(successors.roles());
    }
}
