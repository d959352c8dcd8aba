package dev.baton.watch;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * How an event becomes a line: as text, or as one JSON object where {@code BATON_LOG} is {@code json}. Neither can be forged:
 * whatever a message or an exception brings along, each line that begins at the margin is one of ours. Made by {@code
 * logback.xml}, therefore public.
 */
public final class LogLine extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private boolean json;

    /**
     * Said by the configuration.
     *
     * @param format {@code json}; anything else means text
     */
    public void setFormat(String format) {
        json = format.strip().equals("json");
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = json ? json(event) : text(event);
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    private static String text(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160)
                .append(TIME.format(event.getInstant()))
                .append(' ')
                .append(String.format("%-5s", event.getLevel()))
                .append(' ');
        carried(event, Reference.REF, "[", "] ", line);
        carried(event, Reference.NOTICE, "[notice ", "] ", line);
        line.append(Clean.text(shortName(event.getLoggerName())))
                .append(" - ")
                .append(Clean.text(event.getFormattedMessage()))
                .append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(Clean.trace(event.getThrowableProxy()));
        }
        return line.toString();
    }

    private static void carried(ILoggingEvent event, String key, String before, String after, StringBuilder line) {
        String value = event.getMDCPropertyMap().get(key);
        if (value != null) {
            line.append(before).append(Clean.text(value)).append(after);
        }
    }

    private static String json(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(240).append('{');
        field("time", event.getInstant().toString(), line);
        field("level", String.valueOf(event.getLevel()), line);
        field("logger", event.getLoggerName(), line);
        field("thread", event.getThreadName(), line);
        for (Map.Entry<String, String> carried : event.getMDCPropertyMap().entrySet()) {
            field(carried.getKey(), String.valueOf(carried.getValue()), line);
        }
        field("message", Clean.withoutTokens(String.valueOf(event.getFormattedMessage())), line);
        if (event.getThrowableProxy() != null) {
            field("exception", Clean.trace(event.getThrowableProxy()), line);
        }
        return line.append("}\n").toString();
    }

    private static void field(String name, String value, StringBuilder line) {
        if (line.length() > 1) {
            line.append(',');
        }
        Clean.quoted(name, line);
        line.append(':');
        Clean.quoted(value, line);
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
