package dev.baton.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * What is owed at one moment, counted up to {@link FailureStore#COUNTED} of each.
 *
 * @param due pending, and their time has come
 * @param later pending, and their time lies ahead
 * @param claimed being sent
 * @param failing pending or claimed, and tried several times
 * @param dead given up
 * @param oldestDue the due time of the one that waits longest
 */
public record Backlog(long due, long later, long claimed, long failing, long dead, Optional<Instant> oldestDue) {}
