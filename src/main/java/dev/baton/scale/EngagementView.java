package dev.baton.scale;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Names;
import dev.baton.account.Region;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.handbook.Field;
import dev.baton.handbook.Handbook;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Everything a screen needs to know about an engagement, read in one go.
 *
 * @param askedOn the day on which it was asked for, on the calendar of the region's manager
 */
record EngagementView(
        Engagement engagement,
        Account account,
        LocalDate askedOn,
        Optional<LocalDate> followUp,
        Roster roster,
        Handbook handbook) {

    String name(String person) {
        return Names.of(person, roster);
    }

    String label(Field field) {
        return handbook.label(field);
    }

    String region() {
        Region region = roster.regions().get(account.region());
        return region == null ? account.region() : region.name();
    }

    String manager() {
        return name(Routing.of(roster, account.region(), account.segment()).manager());
    }

    /** A channel reads another name than the team: then what the owner typed, which may contain the real one, stays out. */
    boolean discreet() {
        return !account.nameFor(Audience.TEAM).equals(account.nameFor(Audience.OTHERS));
    }
}
