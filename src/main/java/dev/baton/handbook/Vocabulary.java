package dev.baton.handbook;

import java.util.Map;

/** The words the handbook uses for its roles. They change with the years; the roles do not. */
public record Vocabulary(Map<Role, Word> roles) {
    /**
     * What one role is called.
     *
     * @param label the short word, as colleagues say it: "SAE"
     * @param name the same in full: "Strategic Account Executive"
     */
    public record Word(String label, String name) {}

    public Vocabulary {
        roles = Map.copyOf(roles);
    }

    public String label(Role role) {
        return word(role).label();
    }

    public String name(Role role) {
        return word(role).name();
    }

    private Word word(Role role) {
        Word word = roles.get(role);
        return word == null ? new Word(role.name(), role.name()) : word;
    }
}
