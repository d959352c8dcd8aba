package dev.baton.scale;

import java.util.Optional;

/**
 * What the account's owner wants of the pool.
 *
 * @param contact the customer's person to talk to
 * @param intervention one of the kinds of help the form offers
 * @param useCase the primary one
 * @param painPoints in the owner's words
 * @param direct the CSE writes to the customer, with the owner in copy; otherwise to the owner alone
 */
record Need(
        String contact,
        String intervention,
        String useCase,
        String risk,
        String environment,
        Optional<String> painPoints,
        boolean direct) {}
