/**
 * One file for each verb of the command line.
 *
 * <p>A verb knows how to read its arguments, whom to ask and which exit code that makes. It refuses to know anything that
 * a running Baton would need to know as well: such things belong where both can call them.
 */
@NullMarked
package dev.baton.cli;

import org.jspecify.annotations.NullMarked;
