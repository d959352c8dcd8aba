/**
 * The whole: the verbs, the settings, who exists and who reacts to whom.
 *
 * <p>It is the one package that may know all others, and no other may know it. It refuses to hold any rule of a process.
 */
@NullMarked
package dev.baton;

import org.jspecify.annotations.NullMarked;
