/**
 * Where a deal stands, and what follows when it moves: who may take it on and who takes it back, who hears that a customer has
 * been won and who answers for them, by when they are met, and which manager learns that nobody serves them.
 *
 * <p>Knows the stages, the wishes to go back, the customer's start and the days counted from it. Refuses to know of requests for
 * a CSM: it says that there is none, and whoever reads that asks. It learns of moves as everybody does, from the account, so
 * that it is all one by which form a deal was won.
 */
@NullMarked
package dev.baton.stage;

import org.jspecify.annotations.NullMarked;
