package dev.baton.account;

import dev.baton.handbook.Role;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** People's names as they are said in sentences. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Names() {}

    /** A name as it is searched: without capitals, accents and superfluous blanks, so that {@code Cafe} finds Café. */
    public static String folded(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The name the people file gives; a mention where it knows nobody of that id, so that Slack fills it in. */
    public static String of(String id, Roster roster) {
        return roster.person(id).map(Person::name).orElse("somebody who left (" + id + ")");
    }

    public static String admins(Roster roster) {
        String names = roster.with(Role.ADMIN).stream().map(Person::name).collect(Collectors.joining(" or "));
        return names.isEmpty() ? "an administrator" : names;
    }
}
