package dev.baton.operations;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why something failed, in words for a person who does not read programs. */
final class Reason {
    /** Such as {@code chat.postMessage: channel_not_found (needs …)}. */
    private static final Pattern ANSWER = Pattern.compile("[a-zA-Z.]+: ([a-z0-9_]+)(?: \\(.*\\))?", Pattern.DOTALL);

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("channel_not_found", "Slack does not know the channel, or Baton is not in it"),
            Map.entry("not_in_channel", "Baton is not in the channel: type /invite @Baton there"),
            Map.entry("is_archived", "the channel is archived"),
            Map.entry("user_not_found", "Slack does not know this person"),
            Map.entry("user_disabled", "this person's account is deactivated"),
            Map.entry("cannot_dm_bot", "this is a program and not a person"),
            Map.entry("restricted_action", "a rule of your workspace forbids Baton to post there"),
            Map.entry("restricted_action_read_only_channel", "only some people may post in that channel"),
            Map.entry("message_not_found", "the message to be changed has been deleted"),
            Map.entry("msg_too_long", "the message is longer than Slack takes: a fault of Baton's, see its log"),
            Map.entry(
                    "invalid_blocks",
                    "Slack does not take the message as Baton drew it: a fault of Baton's, see its log"),
            Map.entry("timeout", "Slack did not answer in time"),
            Map.entry("no_answer", "the connection to Slack broke off"),
            Map.entry("unreachable", "Slack cannot be reached from here"),
            Map.entry("ratelimited", "Slack asks for patience"));

    private Reason() {}

    static String inWords(String recorded) {
        if (recorded.isBlank()) {
            return "nothing was recorded";
        }
        if (recorded.equals("no longer works here")) {
            return "this person no longer works here";
        }
        if (recorded.endsWith("is deactivated")) {
            return "this person's account is deactivated";
        }
        Matcher answer = ANSWER.matcher(recorded);
        if (!answer.matches()) {
            return "Baton could not make it: " + recorded;
        }
        String word = answer.group(1);
        return WORDS.getOrDefault(
                word, word.startsWith("http_") ? "Slack failed (" + recorded + ")" : "Slack says " + recorded);
    }
}
