package dev.baton.card;

import dev.baton.account.Account;
import dev.baton.account.Composition;
import dev.baton.account.Information;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An account as one viewer sees it: what this viewer may not see stands nowhere but in {@code account}, of which screens
 * read only what is for everybody.
 *
 * @param name as the viewer may read it
 * @param codename said where others read along; empty for who reads nothing else anyway
 * @param stage of the leading opportunity: the open one that has come furthest, else the one won
 * @param arr US dollars; empty also for who may not see it
 * @param lam US dollars; empty also for who may not see it
 * @param qualification what the amounts say; empty for who may not see them
 * @param links information that is there
 * @param composition how the team stands against what it must look like
 * @param recent the newest first
 * @param lines how long the whole history is
 * @param salesforce the account's page in Salesforce, where its host is known
 */
record Face(
        Account account,
        Rights rights,
        String name,
        Optional<String> codename,
        Optional<Opportunity> stage,
        Optional<Money> arr,
        Optional<Money> lam,
        Optional<Qualification> qualification,
        Map<Role, String> team,
        Map<Information, String> links,
        Composition composition,
        Routing routing,
        Roster roster,
        List<Deed> recent,
        int lines,
        Optional<String> salesforce,
        ZoneId zone) {

    /** How many deeds the card itself shows. */
    static final int RECENT = 5;

    /** Draws the line between what is known and what this viewer sees. */
    static Face of(
            Account account,
            Rights rights,
            List<Opportunity> opportunities,
            Map<Role, String> team,
            Handbook handbook,
            Roster roster,
            Optional<String> overriddenBy,
            List<Deed> recent,
            int lines,
            Optional<String> salesforceHost,
            ZoneId zone) {
        Optional<Opportunity> leading = Opportunity.leading(opportunities);
        Optional<Money> arr = leading.flatMap(Opportunity::arr).filter(amount -> rights.amounts());
        Optional<Qualification> qualification = Optional.of(
                        handbook.thresholds(account.segment()).qualify(cents(leading.flatMap(Opportunity::arr))))
                .filter(result -> rights.amounts());
        return new Face(
                account,
                rights,
                rights.nameOf(account),
                account.codename().filter(codename -> rights.inside()),
                leading,
                arr,
                leading.map(Opportunity::lam).filter(amount -> rights.amounts()),
                qualification,
                team,
                rights.inside() ? account.information() : new EnumMap<>(Information.class),
                Composition.of(
                        account, team, leading.map(Opportunity::stage), qualification, overriddenBy, handbook, roster),
                Routing.of(roster, account.region(), account.segment()),
                roster,
                recent,
                lines,
                salesforceHost.map(
                        host -> "https://" + host + "/" + account.id().value15()),
                zone);
    }

    /** The account's channel, where the viewer may know of it. */
    Optional<String> channel() {
        return account.channel().filter(channel -> rights.inside());
    }

    /** The collaboration project, where the viewer may know of it. */
    Optional<String> project() {
        return account.projectUrl().filter(project -> rights.inside());
    }

    /** The places where nothing is linked yet. */
    List<Information> missing() {
        List<Information> missing = new ArrayList<>(List.of(Information.values()));
        missing.removeAll(links.keySet());
        return missing;
    }

    private static OptionalLong cents(Optional<Money> amount) {
        return amount.isPresent() ? OptionalLong.of(amount.get().cents()) : OptionalLong.empty();
    }
}
