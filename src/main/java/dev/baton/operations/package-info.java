/**
 * For those who run Baton: whether it does its work, and what did not get through.
 *
 * <p>It knows that messages exist, whom they were for, and why they failed; their words it asks of whoever words them. It
 * refuses to send anything itself: to try again or to hand over is to owe, and the loop does the rest.
 */
@NullMarked
package dev.baton.operations;

import org.jspecify.annotations.NullMarked;
