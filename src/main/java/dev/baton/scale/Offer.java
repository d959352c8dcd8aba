package dev.baton.scale;

import dev.baton.account.Account;
import dev.baton.account.Roster;
import dev.baton.handbook.Handbook;
import java.util.Optional;

/**
 * What the pool is to an account, for the account's card and one viewer.
 *
 * @param latest the newest engagement, open or not
 * @param owner who can ask; empty where the account has no owner
 * @param mayFile the viewer is an owner
 * @param maySuggest the viewer may suggest it to the owner
 */
record Offer(
        Account account,
        Optional<Engagement> latest,
        Eligibility eligibility,
        Optional<String> owner,
        boolean mayFile,
        boolean maySuggest,
        Roster roster,
        Handbook handbook) {

    boolean open() {
        return latest.filter(engagement -> engagement.state().open()).isPresent();
    }

    /** Nothing to say: no engagement ever, and none to be had. */
    boolean silent() {
        return latest.isEmpty() && eligibility.obstacle().isPresent();
    }
}
