/**
 * Where rows live: SQLite on one machine, PostgreSQL on several, one set of SQL for both.
 *
 * <p>Knows connections, transactions, migrations and the one writer. Refuses to know what any table means: a feature's SQL
 * stands in the feature's own {@code …Store}. Nothing here reads a clock; leases on PostgreSQL are the one exception, and
 * they ask the database.
 */
@NullMarked
package dev.baton.store;

import org.jspecify.annotations.NullMarked;
