package dev.baton.leaver;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.InHand;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody left behind in one manager's accounts, and what became of it.
 *
 * @param open what is still in the leaver's hands
 * @param handed what went into other hands, in that order
 */
record Estate(Leaver leaver, List<Line> open, List<Past> handed, Roster roster, Handbook handbook) {

    /** One thing that is open. */
    record Line(InHand item, Account account) {
        /** "Northwind Bank: CSM", as the team and its managers read it. */
        String words() {
            return account.nameFor(Audience.TEAM) + ": " + item.words();
        }
    }

    /** One thing that was handed over. */
    record Past(Handed handed, Account account) {
        String words(Audience audience) {
            return account.nameFor(audience) + ": " + handed.words();
        }
    }

    Estate {
        open = List.copyOf(open);
        handed = List.copyOf(handed);
    }

    /** What is open, by who can take it over; the order of the list stays. */
    Map<List<Role>, List<Line>> shares() {
        Map<List<Role>, List<Line>> shares = new LinkedHashMap<>();
        open.forEach(line -> shares.computeIfAbsent(line.item().roles(), roles -> new ArrayList<>())
                .add(line));
        return shares;
    }
}
