package dev.baton.coming;

import dev.baton.handbook.RuleWords;
import java.util.List;

/**
 * Why a reminder comes, and why then.
 *
 * @param words the reminder itself, in mrkdwn
 * @param dates label, value, label, value: what its time was computed from
 * @param shifts what moved it, one sentence each
 * @param next what else is owed about the same matter: to whom and when
 */
record Why(String words, RuleWords rule, List<String> dates, List<String> shifts, List<String> next) {}
