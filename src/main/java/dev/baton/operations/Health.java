package dev.baton.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * How Baton does now.
 *
 * @param store why the database takes no writes; empty when it does
 * @param slack why Slack's token is not known to work; empty when it does
 * @param paused why nothing is sent; empty while it goes on
 * @param due owed by now
 * @param later owed at a time that lies ahead
 * @param claimed being sent
 * @param oldestDue since when the oldest of those due has waited
 * @param backup when the last backup was made; empty where it is not known
 */
record Health(
        Optional<String> store,
        Optional<String> slack,
        Optional<String> paused,
        long due,
        long later,
        long claimed,
        Optional<Instant> oldestDue,
        Optional<Instant> backup) {}
