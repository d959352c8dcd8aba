package dev.baton.card;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Permissions;
import dev.baton.account.Who;

/**
 * What one viewer may see of one account.
 *
 * @param amounts ARR and LAM, and whatever tells of them
 * @param inside the account's own name, and whatever may contain it: its links, its channel, the words of its history
 * @param edit may set the account right
 */
record Rights(boolean amounts, boolean inside, boolean edit) {
    static final String SEE = "account.see";
    static final String SEE_AMOUNTS = "account.see.amounts";
    static final String SEE_NAME = "account.see.name";
    static final String EDIT = "account.edit";
    static final String ADD = "account.add";

    static Rights of(Permissions permissions, Account account, Who viewer) {
        return new Rights(
                permissions.allows(SEE_AMOUNTS, viewer),
                !account.confidential() || permissions.allows(SEE_NAME, viewer),
                permissions.allows(EDIT, viewer));
    }

    /** The name this viewer reads. */
    String nameOf(Account account) {
        return account.nameFor(inside ? Audience.TEAM : Audience.OTHERS);
    }
}
