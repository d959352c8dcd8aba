package dev.baton.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log that nobody who writes an account's name can write into. */
class LogLineTest {
    private static final Logger LOGGER = new LoggerContext().getLogger("dev.baton.request.RequestDesk");
    private static final String FORGED = "2024-03-04T09:00:00.000Z ERROR Wiring - all data was deleted";

    static Stream<String> breaks() {
        return Stream.of("\n", "\r\n", "\r", "\u2028", "\u0085", "\u000b", "\u001b[2K\u001b[1A", "\u0000", "\u202e");
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void whatever_a_message_brings_along_it_stays_in_its_line(String sneaky) {
        String text = line(false, "Account Northwind" + sneaky + FORGED, null, Map.of());
        assertThat(text).endsWith(" INFO  RequestDesk - Account Northwind" + written(sneaky) + FORGED + "\n");
        assertThat(text.substring(0, text.length() - 1).codePoints()).noneMatch(Character::isISOControl);
        String json = line(true, "Account Northwind" + sneaky + FORGED, null, Map.of());
        assertThat(json.strip().codePoints()).noneMatch(Character::isISOControl);
        assertThat(parsed(json).get("message").getAsString()).isEqualTo("Account Northwind" + sneaky + FORGED);
    }

    @Test
    void the_lines_of_an_exception_are_indented_and_its_message_is_one_of_them() {
        RuntimeException thrown =
                new IllegalStateException("no\n" + FORGED, new IllegalArgumentException("because\r" + FORGED));
        String text = line(false, "It failed", thrown, Map.of());
        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).endsWith("RequestDesk - It failed");
        assertThat(lines.subList(1, lines.size())).allMatch(each -> each.startsWith("    "));
        assertThat(lines.get(1)).isEqualTo("    java.lang.IllegalStateException: no\\u000a" + FORGED);
        assertThat(text).contains("    caused by java.lang.IllegalArgumentException: because\\u000d" + FORGED);
        String json = line(true, "It failed", thrown, Map.of());
        assertThat(json.lines()).hasSize(1);
        assertThat(parsed(json).get("exception").getAsString())
                .contains("caused by java.lang.IllegalArgumentException");
    }

    @Test
    void what_a_thread_works_under_stands_in_the_line() {
        Map<String, String> carried = Map.of("ref", "7F3A01", "notice", "request:1:card:U0MAYA");
        assertThat(line(false, "sent", null, carried))
                .contains("INFO  [7F3A01] [notice request:1:card:U0MAYA] RequestDesk - sent");
        JsonObject json = parsed(line(true, "sent", null, carried));
        assertThat(json.get("ref").getAsString()).isEqualTo("7F3A01");
        assertThat(json.get("notice").getAsString()).isEqualTo("request:1:card:U0MAYA");
        assertThat(json.keySet())
                .containsExactlyInAnyOrder("time", "level", "logger", "thread", "ref", "notice", "message");
    }

    @Test
    void a_token_is_not_readable_wherever_it_came_from() {
        RuntimeException thrown = new IllegalStateException("bad token xoxb-123-hush");
        for (boolean json : List.of(true, false)) {
            assertThat(line(json, "sent with xapp-1-hush and xoxb-42-hush", thrown, Map.of()))
                    .contains("xapp-…", "xoxb-…")
                    .doesNotContain("hush");
        }
    }

    @Test
    void an_endless_message_ends() {
        assertThat(line(false, "a".repeat(2_000_000), null, Map.of())).hasSizeLessThan(9_000);
        assertThat(line(true, "\"".repeat(2_000_000), null, Map.of())).hasSizeLessThan(18_000);
    }

    private static String written(String sneaky) {
        StringBuilder written = new StringBuilder();
        sneaky.chars().forEach(c -> {
            if (Character.isISOControl(c) || c > 0x2000) {
                written.append(String.format("\\u%04x", c));
            } else {
                written.append((char) c);
            }
        });
        return written.toString();
    }

    private static String line(boolean json, String message, @Nullable Throwable thrown, Map<String, String> carried) {
        LogLine encoder = new LogLine();
        encoder.setFormat(json ? "json" : "text");
        LoggingEvent event = new LoggingEvent("", LOGGER, Level.INFO, message, thrown, null);
        event.setMDCPropertyMap(carried);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static JsonObject parsed(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
