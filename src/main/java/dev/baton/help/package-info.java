/**
 * What one can do here, and what the handbook says: {@code /baton}, and the answer to whoever writes to Baton.
 *
 * <p>Knows the handbook's topics and what every feature says of itself. Refuses to know what any command does: a word behind
 * {@code /baton} that belongs to a feature is handed to that feature.
 */
@NullMarked
package dev.baton.help;

import org.jspecify.annotations.NullMarked;
