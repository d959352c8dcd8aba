package dev.baton.account;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds accounts by part of a name. Those whose name is not for everybody are found apart from the others, because who may
 * find them by which name is not for SQL to decide.
 */
public final class SearchStore {
    private static final String CONFIDENTIAL = "(codename IS NOT NULL OR COALESCE(deployment, '') = 'DEDICATED')";

    /** Accounts that everybody may know by name: the one of exactly this name first, then those that begin so. */
    public List<Account> open(Handle handle, String folded, int limit) {
        return handle.createQuery("SELECT * FROM account WHERE NOT " + CONFIDENTIAL
                        + " AND name_folded LIKE :part ESCAPE '!' ORDER BY CASE WHEN name_folded = :whole THEN 0"
                        + " WHEN name_folded LIKE :start ESCAPE '!' THEN 1 ELSE 2 END, name_folded, id LIMIT :limit")
                .bind("part", "%" + escaped(folded) + "%")
                .bind("start", escaped(folded) + "%")
                .bind("whole", folded)
                .bind("limit", limit)
                .map((row, context) -> AccountStore.account(row))
                .list();
    }

    /** Accounts whose real name or codename has these letters, and whose real name not everybody may read. */
    public List<Account> confidential(Handle handle, String folded) {
        return handle.createQuery("SELECT * FROM account WHERE " + CONFIDENTIAL
                        + " AND (name_folded LIKE :part ESCAPE '!' OR codename_folded LIKE :part ESCAPE '!')"
                        + " ORDER BY name_folded, id")
                .bind("part", "%" + escaped(folded) + "%")
                .map((row, context) -> AccountStore.account(row))
                .list();
    }

    /** Accounts on whose team somebody is. In the order of their names. */
    public List<Account> of(Handle handle, String person, int limit) {
        return handle.createQuery("""
                        SELECT * FROM account WHERE id IN (SELECT account_id FROM team WHERE person = :person)
                        ORDER BY name_folded, id LIMIT :limit
                        """)
                .bind("person", person)
                .bind("limit", limit)
                .map((row, context) -> AccountStore.account(row))
                .list();
    }

    private static String escaped(String folded) {
        return folded.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
