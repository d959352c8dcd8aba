/**
 * People's own settings: hours, days, digest, time off and who stands in, and what Slack's profile says of them.
 *
 * <p>Knows what somebody chose and asks the delegate. Refuses to know what is owed to whom: whatever changes here, due times
 * are counted anew by {@link dev.baton.notice.Notices#recount}, and who reads is found out when something is sent.
 */
@NullMarked
package dev.baton.people;

import org.jspecify.annotations.NullMarked;
