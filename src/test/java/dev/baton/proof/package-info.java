/**
 * The promise, counted: how often each kind of proof is repeated, in the short form of every build and in the long one of
 * {@code -Pproof}, and the table of what all of them counted together.
 */
@NullMarked
package dev.baton.proof;

import org.jspecify.annotations.NullMarked;
