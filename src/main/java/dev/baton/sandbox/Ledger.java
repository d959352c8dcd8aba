package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What went back and forth: every call the app made to the workspace with its answer, and every call the workspace made
 * to the app. The last fifty thousand are kept.
 */
public final class Ledger {
    private static final int KEPT = 50_000;

    private final InstantSource machine;
    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private long count;

    Ledger(InstantSource machine) {
        this.machine = machine;
    }

    /** Who called whom. */
    public enum Direction {
        /** The app called the Web API or a response_url. */
        TO_SLACK,
        /** The workspace called the app. */
        TO_APP
    }

    /**
     * One call and its answer.
     *
     * @param number counts from 1
     * @param at by the machine clock
     * @param method the Web API method, {@code response_url}, or the type of what the app was sent
     * @param accepted whether it took effect; for a call to the app, whether the app answered 2xx in time
     * @param error Slack's name of the refusal or failure, or {@code ""}
     * @param answer what came back; of the app its {@code status} and {@code body}, and the address called ({@code to})
     * @param about how many {@code millis} it took; how a call to the app was signed ({@code signature}), and what the app
     *     showed for a {@code token}: {@code known}, {@code wrong} or {@code none}
     */
    public record Line(
            long number,
            Instant at,
            Direction direction,
            String method,
            boolean accepted,
            String error,
            JsonObject request,
            JsonObject answer,
            JsonObject about) {
        /** A line of which no more is known. */
        public Line(
                long number,
                Instant at,
                Direction direction,
                String method,
                boolean accepted,
                String error,
                JsonObject request,
                JsonObject answer) {
            this(number, at, direction, method, accepted, error, request, answer, new JsonObject());
        }
    }

    /** The machine's time, from which whoever makes a line measures how long it took. */
    long millis() {
        return machine.millis();
    }

    void add(
            Direction direction, String method, boolean accepted, String error, JsonObject request, JsonObject answer) {
        add(direction, method, accepted, error, request, answer, new JsonObject());
    }

    synchronized void add(
            Direction direction,
            String method,
            boolean accepted,
            String error,
            JsonObject request,
            JsonObject answer,
            JsonObject about) {
        JsonObject said = request.deepCopy();
        said.remove("token");
        lines.addLast(new Line(
                ++count, machine.instant(), direction, method, accepted, error, said, answer.deepCopy(), about));
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /** All lines, oldest first. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What took effect of this method, such as {@code chat.postMessage}, {@code views.open}, {@code view_submission}. */
    public List<Line> accepted(String method) {
        return lines().stream()
                .filter(line -> line.accepted() && line.method().equals(method))
                .toList();
    }

    /** What Slack would have refused of the app's calls; an app that behaves leaves this empty. */
    public List<Line> refusals() {
        return lines().stream()
                .filter(line -> line.direction() == Direction.TO_SLACK && !line.accepted())
                .toList();
    }

    /** Forgets all lines; the numbers go on. */
    public synchronized void clear() {
        lines.clear();
    }

    static JsonArray json(List<Line> lines) {
        return Json.array(lines.stream().map(Ledger::json).toList());
    }

    private static JsonObject json(Line line) {
        JsonObject told = Json.object(
                "number", line.number(),
                "at", line.at().toEpochMilli(),
                "direction", line.direction() == Direction.TO_APP ? "to_app" : "to_slack",
                "method", line.method(),
                "accepted", line.accepted(),
                "error", line.error(),
                "request", line.request(),
                "answer", line.answer());
        line.about().entrySet().forEach(each -> told.add(each.getKey(), each.getValue()));
        return told;
    }
}
