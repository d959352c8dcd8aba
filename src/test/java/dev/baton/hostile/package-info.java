/**
 * Baton among people who mean harm: payloads of Slack's, bent in every way and truly signed, typed markup and SQL, slow
 * senders, and a search for secrets in everything a process says. All of it against a real {@code serve} with a small heap.
 */
@NullMarked
package dev.baton.hostile;

import org.jspecify.annotations.NullMarked;
