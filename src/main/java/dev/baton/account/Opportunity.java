package dev.baton.account;

import dev.baton.handbook.Stage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A deal with an account.
 *
 * @param id 15 characters
 * @param closeDate expected while open, actual when won
 * @param lam landed addressable market, US dollars (handbook 001:65)
 * @param arr annual recurring revenue, US dollars; empty when nobody has said
 * @param version which state of it was read, so that nobody overwrites what somebody else has changed since; 0 when new
 */
public record Opportunity(
        SalesforceId id,
        SalesforceId account,
        Stage stage,
        LocalDate closeDate,
        Money lam,
        Optional<Money> arr,
        long version) {

    /** One that nobody has made known yet. */
    public static Opportunity create(
            SalesforceId id, SalesforceId account, Stage stage, LocalDate closeDate, Money lam, Optional<Money> arr) {
        return new Opportunity(id, account, stage, closeDate, lam, arr, 0);
    }

    /** The same facts, to be saved over what was read at that version. */
    public Opportunity at(long read) {
        return new Opportunity(id, account, stage, closeDate, lam, arr, read);
    }

    /** The same deal at another stage, closed or expected to close on another day. */
    public Opportunity moved(Stage newStage, LocalDate newCloseDate) {
        return new Opportunity(id, account, newStage, newCloseDate, lam, arr, version);
    }

    /** The open one that has come furthest; without an open one, the one won; else none. */
    public static Optional<Opportunity> leading(List<Opportunity> all) {
        return all.stream()
                .filter(each -> !each.stage.terminal())
                .max(Comparator.comparing((Opportunity each) -> each.stage.open())
                        .thenComparing(Opportunity::stage)
                        .thenComparing(each -> each.id.value15()));
    }
}
