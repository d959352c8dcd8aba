/**
 * The account's card: looking an account up, reading what is known of it, setting it right.
 *
 * <p>Knows accounts and who may see what of them. Refuses to know the processes whose parts stand on the card: each gives its
 * own, already drawn. What a viewer may not see never reaches a screen, so no screen has to remember to leave it out.
 */
@NullMarked
package dev.baton.card;

import org.jspecify.annotations.NullMarked;
