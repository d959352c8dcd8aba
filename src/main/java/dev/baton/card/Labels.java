package dev.baton.card;

import dev.baton.account.Information;
import dev.baton.account.Names;
import dev.baton.account.Region;
import dev.baton.account.Roster;
import dev.baton.account.Tier;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;

/** How the fields of the form, and what stands in them, are called. */
final class Labels {
    private Labels() {}

    static String of(String field, Handbook handbook) {
        for (Information place : Information.values()) {
            if (Sheet.field(place).equals(field)) {
                return place.label();
            }
        }
        for (Role role : Sheet.ROLES) {
            if (Sheet.field(role).equals(field)) {
                return handbook.label(role);
            }
        }
        return switch (field) {
            case Sheet.NAME -> "Account name";
            case Sheet.SEGMENT -> "Segment";
            case Sheet.REGION -> "Region";
            case Sheet.DEPLOYMENT -> "Deployment";
            case Sheet.CODENAME -> "Codename";
            case Sheet.TIER -> "Subscription tier";
            case Sheet.CHANNEL -> "Channel";
            case Sheet.ARR -> "Annual recurring revenue (ARR)";
            case Sheet.LAM -> "Landed Addressable Market (LAM)";
            case Filled.LINK -> "Salesforce account link";
            default -> throw new IllegalArgumentException("no label for the field " + field);
        };
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
