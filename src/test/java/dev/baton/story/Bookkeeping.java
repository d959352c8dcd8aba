package dev.baton.story;

import static dev.baton.story.SlackPage.objects;
import static dev.baton.story.SlackPage.string;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Ledger.Direction;
import dev.baton.sandbox.Ledger.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The ledger of a Slack that is a process of its own; its lines mean what the ledger's do. */
public final class Bookkeeping {
    private final SlackPage slack;

    Bookkeeping(SlackPage slack) {
        this.slack = slack;
    }

    /** All lines, oldest first. */
    public List<Line> lines() {
        return read(Map.of());
    }

    /** The lines after this number. */
    public List<Line> since(long number) {
        return read(Map.of("since", Long.toString(number)));
    }

    /** What took effect of this method. */
    public List<Line> accepted(String method) {
        return read(Map.of("method", method, "accepted", "true"));
    }

    /** What took effect of this method after this line. */
    public List<Line> accepted(String method, long since) {
        return read(Map.of("method", method, "accepted", "true", "since", Long.toString(since)));
    }

    /** What Slack refused of the app's calls. */
    public List<Line> refusals() {
        return read(Map.of("accepted", "false")).stream()
                .filter(line -> line.direction() == Direction.TO_SLACK)
                .toList();
    }

    private List<Line> read(Map<String, String> query) {
        return objects(slack.get("/page/ledger", query).get("ledger")).stream()
                .map(Bookkeeping::line)
                .toList();
    }

    private static Line line(JsonObject told) {
        return new Line(
                told.get("number").getAsLong(),
                Instant.ofEpochMilli(told.get("at").getAsLong()),
                string(told, "direction").equals("to_app") ? Direction.TO_APP : Direction.TO_SLACK,
                string(told, "method"),
                told.get("accepted").getAsBoolean(),
                string(told, "error"),
                told.getAsJsonObject("request"),
                told.getAsJsonObject("answer"));
    }
}
