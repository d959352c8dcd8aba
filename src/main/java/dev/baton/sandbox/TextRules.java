package dev.baton.sandbox;

/** What Slack accepts as a text object, in plain text alone or in either kind. */
final class TextRules {
    static final int LONGEST = 3000;

    private TextRules() {}

    static void plain(Node owner, String key, int max) {
        owner.child(key).ifPresent(text -> {
            if (!text.type().equals("plain_text")) {
                text.wrong("type", "must be one of: plain_text");
            }
            check(text, max);
        });
    }

    static void either(Node owner, String key, int max) {
        owner.child(key).ifPresent(text -> {
            kind(text);
            check(text, max);
        });
    }

    /** A text that is itself an item of a list. */
    static void item(Node text, int max) {
        kind(text);
        check(text, max);
    }

    private static void kind(Node text) {
        text.required("type").choice("type", "plain_text", "mrkdwn");
    }

    private static void check(Node text, int max) {
        text.required("text").string("text", 1, max);
        if (text.type().equals("mrkdwn")) {
            text.only("text", "verbatim").flag("verbatim");
        } else {
            text.only("text", "emoji").flag("emoji");
        }
    }
}
