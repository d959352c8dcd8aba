package dev.baton.card;

import dev.baton.account.SalesforceId;
import java.time.ZoneId;
import java.util.List;

/**
 * A page of an account's history.
 *
 * @param name as the viewer may read it
 * @param page from 0, the newest
 * @param pages how many there are
 */
record Log(SalesforceId account, String name, List<Deed> deeds, int page, int pages, ZoneId zone) {
    static final int ON_A_PAGE = 20;

    static int pages(int lines) {
        return Math.max(1, (lines + ON_A_PAGE - 1) / ON_A_PAGE);
    }
}
