package dev.baton.notice;

import dev.baton.account.When;
import java.time.Instant;

/**
 * The next time at which something is owed that is owed again and again.
 *
 * @param dueAt what the rule comes to for its reader now
 */
public record Again(When when, Instant dueAt) {}
