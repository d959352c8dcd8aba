/**
 * Random histories of requests, played against real {@code serve} processes and compared with a model.
 *
 * <p>{@link dev.baton.history.Model} says in words that people read who must have been told what, and who must never hear
 * of it. It knows nothing of Baton's classes, or both would share their mistakes. What goes wrong around a history (a
 * process is killed, Slack fails, a gesture comes twice) is no part of the model: it may delay what is said, and must
 * change nothing of it. A history that fails is made shorter until nothing can be left out; kept in a file under
 * {@code histories/}, it is played with every build.
 */
@NullMarked
package dev.baton.history;

import org.jspecify.annotations.NullMarked;
