package dev.baton.stage;

import dev.baton.account.Account;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Stage;
import java.util.Optional;

/**
 * The form "Update stage", for one deal and one person.
 *
 * @param deal as it is now
 * @param wish what is filled in
 * @param manager the name of who decides about going back
 * @param alone whether this person may take it back without asking
 * @param note what happened meanwhile
 */
record StageForm(
        Account account,
        Opportunity deal,
        Wish wish,
        String manager,
        boolean alone,
        Optional<String> note,
        Handbook handbook) {

    /** The form goes on being about the stage it showed first: whether the deal has moved is seen when it is saved. */
    StageForm drawnFor(Stage shown) {
        Opportunity then = deal.moved(shown, deal.closeDate());
        return new StageForm(account, then, wish, manager, alone, note, handbook);
    }

    StageForm noted(String words) {
        return new StageForm(account, deal, wish, manager, alone, Optional.of(words), handbook);
    }

    /** Whether what is chosen leads back. */
    boolean back() {
        return wish.to()
                .filter(stage -> Direction.of(deal.stage(), stage) == Direction.BACK)
                .isPresent();
    }

    boolean won() {
        return wish.to().equals(Optional.of(Stage.CLOSED_WON));
    }

    /** Whether what is chosen ends the deal without a sale. */
    boolean over() {
        return wish.to()
                .filter(stage -> stage != deal.stage() && stage.terminal())
                .isPresent();
    }
}
