package dev.baton.scale;

import dev.baton.account.Account;
import java.util.Optional;

/**
 * What the form shows before anything is typed.
 *
 * @param flag what the pool will be told to look at
 */
record Opening(Account account, Optional<String> flag) {}
