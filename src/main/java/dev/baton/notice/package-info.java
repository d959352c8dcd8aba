/**
 * What Baton owes to people: one table, one loop.
 *
 * <p>Everything Baton says of its own accord is a row here with a due time; its words are rendered when it is delivered,
 * from the state as it is then. This package knows rows, claims, tries and outcomes. It knows neither Slack (that is the
 * {@link dev.baton.notice.Outlet}) nor what a notice is about (that is its {@link dev.baton.notice.Kind}).
 */
@NullMarked
package dev.baton.notice;

import org.jspecify.annotations.NullMarked;
