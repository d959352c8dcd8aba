/**
 * Leavers: what somebody who left had in hand, until all of it is in other hands.
 *
 * <p>Knows who is told, who can take what over, and who has. Refuses to know what it is that is handed over: each process says
 * what of it is in somebody's hands, and moves it; the places on account teams alone are moved here.
 */
@NullMarked
package dev.baton.leaver;

import org.jspecify.annotations.NullMarked;
