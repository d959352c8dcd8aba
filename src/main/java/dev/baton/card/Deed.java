package dev.baton.card;

import dev.baton.account.Act;
import dev.baton.account.Names;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that happened to an account, as a sentence for one reader.
 *
 * @param words begins with the name of who did it; plain words
 */
record Deed(Instant at, String words) {
    private static final Pattern PERSON = Pattern.compile("\\b[UW][A-Z0-9]{3,}\\b");
    private static final String AMOUNTS = "(LAM|ARR): .*";

    /**
     * A line of history, with names for ids.
     *
     * @param told what the process it belongs to says of it, if any
     * @param rights of the reader; details that may tell more than these allow are left out
     */
    static Deed of(
            Instant at,
            String actor,
            String event,
            String detail,
            Optional<String> told,
            Rights rights,
            Roster roster,
            Handbook handbook) {
        String who = actor.equals(Act.BATON) ? "Baton" : Names.of(actor, roster);
        return new Deed(at, who + " " + named(said(event, detail, told, rights, handbook), roster));
    }

    private static String said(String event, String detail, Optional<String> told, Rights rights, Handbook handbook) {
        return switch (event) {
            case "account.added" -> "added the account";
            case "account.changed" -> "changed the account" + (rights.inside() ? ": " + detail : "");
            case "opportunity.added" -> "noted an opportunity: " + deal(detail, rights);
            case "opportunity.changed" -> "changed the opportunity: " + deal(detail, rights);
            case "team.changed" -> team(detail, handbook);
            default -> ofAProcess(event, detail, told, rights);
        };
    }

    /** Stage and close date are for everybody, amounts are not. */
    private static String deal(String detail, Rights rights) {
        String shown = Arrays.stream(detail.split("; "))
                .filter(fact -> rights.amounts() || !fact.matches(AMOUNTS))
                .collect(Collectors.joining("; "));
        return shown.isEmpty() ? "its amounts" : shown;
    }

    /** {@code SA: U0SAM}, {@code SA: U0SAM → U0INES} or {@code SA: U0SAM → none}. */
    private static String team(String detail, Handbook handbook) {
        String[] parts = detail.split(": ", 2);
        if (parts.length < 2) {
            return "changed the team: " + detail;
        }
        String[] people = parts[1].split(" → ", 2);
        String role = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(parts[0]))
                .findFirst()
                .map(handbook::label)
                .orElse(parts[0]);
        if (people.length == 1) {
            return "put " + people[0] + " on the team (" + role + ")";
        }
        return people[1].equals("none")
                ? "took " + people[0] + " off the team (" + role + ")"
                : "put " + people[1] + " on the team in place of " + people[0] + " (" + role + ")";
    }

    /** What a process notes beside its event may hold anything, so it is for those who may read everything. */
    private static String ofAProcess(String event, String detail, Optional<String> told, Rights rights) {
        String plain = event.replace('.', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        if (!rights.amounts() || !rights.inside()) {
            return "– " + plain;
        }
        return told.orElseGet(() -> "– " + plain + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }

    private static String named(String words, Roster roster) {
        return PERSON.matcher(words)
                .replaceAll((MatchResult id) -> Matcher.quoteReplacement(
                        roster.person(id.group()).isPresent() ? Names.of(id.group(), roster) : id.group()));
    }
}
