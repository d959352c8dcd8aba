/**
 * How Baton is watched while it runs: what is counted and timed, what stands in a log line, and the small door at which
 * monitoring asks.
 *
 * <p>It knows numbers and the words they are filed under. It refuses to know accounts, people and messages: what is not known
 * here cannot leak from a graph or a log. It imports nothing of ours, so that every other package may tell it something.
 */
@NullMarked
package dev.baton.watch;

import org.jspecify.annotations.NullMarked;
