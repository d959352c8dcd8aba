/**
 * Asking the Scale CSE pool for help with an account, and what the pool makes of it.
 *
 * <p>Knows who may ask, for which accounts, and the way from the queue to the end of an engagement. Refuses to know of
 * requests for a CSM: the pool has no named person to route to, so nothing here opens one (handbook 001:21-23).
 */
@NullMarked
package dev.baton.scale;

import org.jspecify.annotations.NullMarked;
