package dev.baton.slack;

/** What people type, without what no key of theirs writes: control characters, halves of characters, turned-round lines. */
final class Typed {
    private static final char UNKNOWN = '\uFFFD';

    private Typed() {}

    /** The same words where there is nothing to take out, which is nearly always. */
    static String clean(String typed) {
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (unwanted(c) || Character.isSurrogate(c) || c == '\r') return cleaned(typed);
        }
        return typed;
    }

    private static String cleaned(String typed) {
        StringBuilder clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            if (Character.isSupplementaryCodePoint(point)) clean.appendCodePoint(point);
            else if (Character.isSurrogate((char) point)) clean.append(UNKNOWN);
            else if (!unwanted((char) point)) clean.append((char) point);
        });
        return clean.toString();
    }

    /** Line ends and tabs are typed. A change of direction that is left open would turn round what stands behind it. */
    private static boolean unwanted(char c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
