package dev.baton.card;

import dev.baton.account.Information;
import dev.baton.account.Names;
import dev.baton.account.Region;
import dev.baton.account.Roster;
import dev.baton.account.Tier;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Field;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** How the fields of the form, and what stands in them, are called. */
final class Labels {
    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry(Sheet.NAME, Field.ACCOUNT_NAME),
            Map.entry(Filled.LINK, Field.ACCOUNT_LINK),
            Map.entry(Sheet.REGION, Field.REGION),
            Map.entry(Sheet.DEPLOYMENT, Field.DEPLOYMENT),
            Map.entry(Sheet.CODENAME, Field.CODENAME),
            Map.entry(Sheet.TIER, Field.TIER),
            Map.entry(Sheet.CHANNEL, Field.CHANNEL),
            Map.entry(Sheet.ARR, Field.DEAL_VALUE),
            Map.entry(Sheet.LAM, Field.LAM),
            Map.entry(Sheet.field(Information.MEETING_NOTES), Field.MEETING_NOTES_LINK),
            Map.entry(Sheet.field(Information.COMMAND_PLAN), Field.COMMAND_PLAN_LINK),
            Map.entry(Sheet.field(Information.ACCOUNT_PLAN), Field.ACCOUNT_PLAN_LINK),
            Map.entry(Sheet.field(Information.STRATEGY_PLAN), Field.STRATEGY_PLAN_LINK));

    private Labels() {}

    static String of(String field, Handbook handbook) {
        if (field.equals(Sheet.SEGMENT)) {
            return "Segment";
        }
        return Sheet.ROLES.stream()
                .filter(role -> Sheet.field(role).equals(field))
                .findFirst()
                .map(handbook::label)
                .orElseGet(() -> handbook.label(known(field)));
    }

    static String of(Information place, Handbook handbook) {
        return of(Sheet.field(place), handbook);
    }

    /** What stands below a field; nearly all roles say enough by themselves. */
    static String hint(String field, Handbook handbook) {
        if (field.equals(Sheet.field(Role.SERVICING_SA))) {
            String pooled = Arrays.stream(Segment.values())
                    .filter(Segment::pooled)
                    .map(Segment::label)
                    .collect(Collectors.joining(" and "));
            return "In " + pooled + ", where " + handbook.words().many(Role.SA)
                    + " are pooled: who serves the account.";
        }
        return FIELDS.containsKey(field) ? handbook.hint(known(field)) : "";
    }

    private static Field known(String field) {
        Field known = FIELDS.get(field);
        if (known == null) {
            throw new IllegalArgumentException("no label for the field " + field);
        }
        return known;
    }

    /** What stands in a field, as plain words; a channel stays an id. */
    static String value(String field, String value, Roster roster) {
        return switch (field) {
            case Sheet.SEGMENT -> Segment.valueOf(value).label();
            case Sheet.DEPLOYMENT -> Deployment.valueOf(value).label();
            case Sheet.TIER -> Tier.valueOf(value).label();
            case Sheet.REGION -> region(value, roster);
            default -> field.startsWith("team.") ? Names.of(value, roster) : value;
        };
    }

    private static String region(String key, Roster roster) {
        Region region = roster.regions().get(key);
        return region == null ? key : region.name();
    }
}
