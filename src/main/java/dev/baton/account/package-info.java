/**
 * Who and where: accounts and their opportunities, teams, people, regions, what each may do, and what has happened.
 *
 * <p>Knows the facts that outlive any one process. Refuses to know the processes: a request, a meeting or a handoff comes to
 * these facts, never the reverse. The nouns here decide without a clock and without SQL; the {@code …Store} classes keep
 * them, and every write goes through an {@link dev.baton.account.Act}, so that history fills itself.
 */
@NullMarked
package dev.baton.account;

import org.jspecify.annotations.NullMarked;
