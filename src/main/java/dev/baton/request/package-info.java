/**
 * Asking for a CSM: the form, the gate, the qualification, the manager's answer.
 *
 * <p>Knows the handbook's rules from "I need a CSM for this account" to "Cleo has it". Refuses to know what happens then:
 * meetings, kickoffs and handoffs react to its events and stand elsewhere.
 */
@NullMarked
package dev.baton.request;

import org.jspecify.annotations.NullMarked;
