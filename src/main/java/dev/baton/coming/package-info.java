/**
 * What is coming to people, and what they can do about a reminder: put it off, say that it is done, ask why it comes.
 *
 * <p>Knows how a due time came to be, and puts the same row of buttons below every reminder of every feature. Refuses to know
 * what any of them is about: its words are its kind's.
 */
@NullMarked
package dev.baton.coming;

import org.jspecify.annotations.NullMarked;
