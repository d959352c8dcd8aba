/**
 * What the handbook says: stages, the gate and its reasons, thresholds, spans, words and fields, topics and links, read from
 * one file. Two come with the program, one for each profile; no class knows which of them is in force.
 *
 * <p>It knows policy and nothing of any customer, person or day: it is loaded once, never changes, and can therefore be
 * passed to every decision without a clock, a store or Slack behind it. It holds data and no conditions; a rule that needs
 * an "if" is a method of whoever decides. The reader of located YAML lives here because two files are written by
 * operators, and both owe them the same kind of answer: every problem at once, with file and line.
 */
@NullMarked
package dev.baton.handbook;

import org.jspecify.annotations.NullMarked;
