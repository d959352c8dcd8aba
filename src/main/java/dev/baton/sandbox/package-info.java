/**
 * A Slack workspace in one process, with a web page: somebody can try an app without a Slack, and the tests have a
 * Slack to talk to.
 *
 * <p>It knows what Slack is: people, channels, messages, modals, and the answers Slack gives to a good and to a bad
 * request. It refuses to know any app: an app is an address to call and a manifest to read. What works here should work
 * on Slack, so wherever the two might differ it takes the stricter side and says why it refused.
 *
 * <p>It imitates the Web API methods that {@code WebApi} gathers and the block types of {@code BlockRules}; any other is
 * {@code unknown_method} or "not imitated". It has no files and no search. It listens on the loopback interface
 * alone: it has no passwords, and whoever opens its page may be anybody.
 *
 * <p>It runs inside a program that is given one ({@code Sandbox}), or as a program of its own ({@code SandboxMain}), which
 * therefore has to make the machine's clock itself; nothing else here reads the wall clock.
 */
@NullMarked
package dev.baton.sandbox;

import org.jspecify.annotations.NullMarked;
