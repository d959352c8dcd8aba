/**
 * The only door to Slack, in both directions. It knows Slack's protocol, limits and failures: signatures, Block Kit, the
 * ways in which a refusal may be shown, which errors mean "no" and which mean "perhaps". It refuses to know what is being
 * said: no account, request or meeting is named here, because the day Slack changes, one package should change with it.
 */
@NullMarked
package dev.baton.slack;

import org.jspecify.annotations.NullMarked;
