/**
 * The meetings that hand a customer over, beginning with the internal account team meeting.
 *
 * <p>Knows who owns which meeting of an account. Refuses to know how the CSM came to the account: it reacts to the assignment.
 */
@NullMarked
package dev.baton.meeting;

import org.jspecify.annotations.NullMarked;
