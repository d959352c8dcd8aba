package dev.baton.account;

import dev.baton.handbook.Role;
import java.util.stream.Collectors;

/** People's names as they are said in sentences. */
public final class Names {
    private Names() {}

    /** The name the people file gives; a mention where it knows nobody of that id, so that Slack fills it in. */
    public static String of(String id, Roster roster) {
        return roster.person(id).map(Person::name).orElse("<@" + id + ">");
    }

    public static String admins(Roster roster) {
        String names = roster.with(Role.ADMIN).stream().map(Person::name).collect(Collectors.joining(" or "));
        return names.isEmpty() ? "an administrator" : names;
    }
}
