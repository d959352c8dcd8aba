package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.baton.Eventually;
import dev.baton.sandbox.Faults;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.store.OnBothDatabases;
import dev.baton.watch.LogLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/** What stands in the log of a story: whoever is told a reference finds the lines that belong to it. */
class LogStoryTest {
    private static final Pattern TOLD = Pattern.compile("reference ([0-9A-F]{6})");
    private static final LoggerContext LOGGING = (LoggerContext) LoggerFactory.getILoggerFactory();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    @BeforeEach
    void listen() {
        LogLine lines = new LogLine();
        lines.setContext(LOGGING);
        lines.setFormat("json");
        lines.start();
        appender.setContext(LOGGING);
        appender.setEncoder(lines);
        appender.setOutputStream(out);
        appender.start();
        LOGGING.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        LOGGING.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }

    @OnBothDatabases
    void the_reference_somebody_is_told_is_that_of_the_lines(Workplace slack) {
        slack.world().sandbox().faults().next("views.open", 1, Fault.of(Faults.Kind.SERVER_ERROR));
        String answer = slack.as("U0SAM").answerTo("/request-csm Northwind Bank");
        Matcher told = TOLD.matcher(answer);
        assertThat(told.find()).as(answer).isTrue();
        List<JsonObject> lines = lines().stream()
                .filter(each -> each.has("ref") && each.get("ref").getAsString().equals(told.group(1)))
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines.get(0).get("message").getAsString()).contains("views.open: http_500");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("Northwind", Baton.TOKEN, "story-secret");
    }

    @OnBothDatabases
    void a_line_about_the_sending_of_a_message_names_it(Asked story) {
        story.slack.world().untilAllIsSaid();
        story.slack.world().sandbox().faults().next("chat.postMessage", 1, Fault.refused("channel_not_found"));
        story.card.press("Decline").fill("Reason", "The amount looks wrong.").submit();
        Eventually.that(
                "a line about it",
                () -> lines().stream()
                        .anyMatch(line -> line.has("notice")
                                && line.get("notice").getAsString().equals("request:1:request.declined:U0SAM")
                                && line.get("message").getAsString().contains("cannot reach U0SAM")));
    }

    private List<JsonObject> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }
}
