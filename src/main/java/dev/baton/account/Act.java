package dev.baton.account;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * One change in the making. It goes to every write, so that history fills itself and nothing is written outside a
 * transaction.
 *
 * @param handle the open transaction
 * @param now the one business instant of this change, to the millisecond
 * @param actor the Slack id of the person who does it, or {@link #BATON}
 * @param gesture the key of the inbound gesture that caused it, or what else caused it, such as {@code roster}
 * @param via where it came from: {@code command}, {@code modal}, {@code button}, {@code start}
 */
public record Act(Handle handle, Instant now, String actor, String gesture, String via) {

    /** The actor of what Baton does of its own accord. */
    public static final String BATON = "baton";
}
