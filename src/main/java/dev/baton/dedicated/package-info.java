/**
 * An account goes on Dedicated: its CSM Manager and its team hear of it at once, and the team reads the best practices.
 *
 * <p>Knows when an announcement is due, to whom, and who has read. Refuses to know of requests for a CSM: this is a notice,
 * it assigns nobody, and it comes before any gate (handbook 001:27).
 */
@NullMarked
package dev.baton.dedicated;

import org.jspecify.annotations.NullMarked;
