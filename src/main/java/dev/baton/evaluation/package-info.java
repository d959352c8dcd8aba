/**
 * Leaving stage 3: what is left to do once an SA says that a technical evaluation is complete (handbook 004:51).
 *
 * <p>Knows who has to move the stage on, what the SA has to see to, and by when. Refuses to know how a stage is moved: it only
 * reacts when one has been.
 */
@NullMarked
package dev.baton.evaluation;

import org.jspecify.annotations.NullMarked;
