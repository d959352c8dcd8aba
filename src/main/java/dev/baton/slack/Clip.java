package dev.baton.slack;

/** Fits what people typed into Slack's limits. Slack refuses a whole message for one character too many. */
final class Clip {
    private static final int LONGEST_ENTITY = 5;

    private Clip() {}

    /** At most {@code limit} characters, never empty: Slack takes no empty text either. */
    static String plain(String text, int limit) {
        if (text.isBlank()) return "–";
        return text.length() <= limit ? text : text.substring(0, whole(text, limit - 1)) + "…";
    }

    /** The same for mrkdwn, where a link, a mention or an escaped character is kept whole or left out. */
    static String mrkdwn(String text, int limit) {
        if (text.length() <= limit) return plain(text, limit);
        int cut = whole(text, limit - 1);
        int opened = text.lastIndexOf('<', cut - 1);
        if (opened >= 0 && text.indexOf('>', opened) >= cut) cut = opened;
        int ampersand = text.lastIndexOf('&', cut - 1);
        if (ampersand >= 0 && cut - ampersand < LONGEST_ENTITY && text.indexOf(';', ampersand) >= cut) cut = ampersand;
        return text.substring(0, cut) + "…";
    }

    /** The nearest place at or before {@code at} that does not cut an emoji in two. */
    private static int whole(String text, int at) {
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
