package dev.baton.watch;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.regex.Pattern;

/** Text that others had a hand in, made fit for a log: no line of theirs looks like one of ours, and no token is readable. */
final class Clean {
    private static final Pattern TOKEN = Pattern.compile("\\b(xox[a-z]|xapp|xwfp)-[A-Za-z0-9-]+");
    private static final int LONGEST = 8_000;
    private static final int FRAMES = 40;
    private static final int CAUSES = 6;

    private Clean() {}

    /** In one line: what would break it, or steer a terminal, is written out. */
    static String text(String raw) {
        String said = withoutTokens(raw);
        StringBuilder line = new StringBuilder(said.length());
        said.codePoints().forEach(point -> {
            if (breaks(point)) {
                line.append(String.format("\\u%04x", point));
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString();
    }

    /** Cut where it is endless, and without the tokens that people paste anywhere. */
    static String withoutTokens(String raw) {
        String said = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST) + "…";
        return TOKEN.matcher(said).replaceAll("$1-…");
    }

    /** As JSON writes a string. */
    static void quoted(String raw, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (breaks(c) || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** An exception and its causes; each line is indented. */
    static String trace(IThrowableProxy thrown) {
        StringBuilder trace = new StringBuilder();
        IThrowableProxy each = thrown;
        for (int depth = 0; each != null && depth < CAUSES; depth++, each = each.getCause()) {
            trace.append(depth == 0 ? "    " : "    caused by ").append(each.getClassName());
            if (each.getMessage() != null) {
                trace.append(": ").append(text(each.getMessage()));
            }
            trace.append('\n');
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            int shown = Math.min(FRAMES, frames.length - each.getCommonFrames());
            for (int i = 0; i < shown; i++) {
                trace.append("        ").append(frames[i].getSTEAsString()).append('\n');
            }
        }
        return trace.toString();
    }

    /** Control characters, the line and paragraph separators, and those that turn the direction of writing. */
    private static boolean breaks(int point) {
        return Character.isISOControl(point)
                || point == 0x2028
                || point == 0x2029
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
