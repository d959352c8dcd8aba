/**
 * A real {@code serve} for whoever needs one: how it is started cheaply, watched, stopped and killed, and what it has to find
 * when it starts. Stories, crashes, histories and hostile payloads all go through it; what they are about is theirs.
 */
@NullMarked
package dev.baton.serving;

import org.jspecify.annotations.NullMarked;
