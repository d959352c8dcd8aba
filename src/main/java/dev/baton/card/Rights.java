package dev.baton.card;

import static dev.baton.account.Permit.Grant.to;

import dev.baton.account.Account;
import dev.baton.account.Account.Audience;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Permit.Grant;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Role;
import java.util.List;

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

    private static final Grant[] INSIDE = {
        to(Standing.TEAM), to(Standing.KEY_MANAGER), to(Standing.BACKUP), to(Standing.ADMIN),
    };

    /** Names are for everybody, amounts for those concerned, a confidential name and the right to edit for the inside. */
    static List<Permit> permits() {
        return List.of(
                Permit.of(SEE, "look accounts up", to(Standing.MEMBER)),
                Permit.of(
                        SEE_AMOUNTS,
                        "see what an account is worth",
                        to(Standing.TEAM),
                        to(Standing.KEY_MANAGER),
                        to(Standing.BACKUP),
                        to(Standing.SA_LEADER),
                        to(Standing.ADMIN)),
                Permit.of(SEE_NAME, "see the name of a confidential account", INSIDE),
                Permit.of(EDIT, "edit this account", INSIDE),
                Permit.of(
                        ADD,
                        "add an account",
                        to(Standing.MEMBER)
                                .as(Role.SA, Role.SAE, Role.AE, Role.SMB_ADVOCATE, Role.CSM, Role.CSM_MANAGER),
                        to(Standing.ADMIN)));
    }

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
