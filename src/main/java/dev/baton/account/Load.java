package dev.baton.account;

/**
 * What a CSM carries.
 *
 * @param csm a Slack id
 * @param arr US dollars, summed over the accounts
 */
public record Load(String csm, int accounts, Money arr) {
    Load and(Load other) {
        return new Load(csm, accounts + other.accounts, arr.plus(other.arr));
    }
}
