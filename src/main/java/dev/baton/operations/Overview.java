package dev.baton.operations;

import dev.baton.account.Roster;
import java.time.ZoneId;
import java.util.List;

/**
 * What an administrator sees.
 *
 * @param troubles those of this page
 * @param all how many there are on all pages
 * @param page the first is 0
 * @param zone of the reader
 */
record Overview(Health health, List<Trouble> troubles, long all, int page, ZoneId zone, Roster roster) {
    static final int PER_PAGE = 10;

    int pages() {
        return (int) Math.max(1, (all + PER_PAGE - 1) / PER_PAGE);
    }
}
