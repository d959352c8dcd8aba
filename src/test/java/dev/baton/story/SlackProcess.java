package dev.baton.story;

import com.google.gson.JsonObject;
import dev.baton.Eventually;
import dev.baton.sandbox.Faults.Detour;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack as a process of its own, with the cast in it: it outlives every Baton that is killed beside it. */
public final class SlackProcess implements AutoCloseable {
    private static final Pattern OPEN = Pattern.compile("The workspace is open: (\\S+) and, behind it, (\\S+)");

    private final Process process;
    private final Path output;
    private final URI page;
    private final SlackPage front;
    private final SlackPage behind;
    private final Bookkeeping ledger;

    private SlackProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        Matcher addresses = addresses();
        page = URI.create(addresses.group(1));
        front = new SlackPage(page);
        behind = new SlackPage(URI.create(addresses.group(2)));
        ledger = new Bookkeeping(behind);
    }

    /**
     * Starts it; returns when it listens. It ends with whoever started it.
     *
     * @param folder gets the file of what it prints
     * @param clock the business clock's file, UTC milliseconds; it has to exist
     */
    public static SlackProcess start(Path folder, Path clock, String botToken, String signingSecret) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.baton.sandbox.SandboxMain",
                "--clock",
                clock.toString(),
                "--ends",
                "with-input"));
        builder.environment().clear();
        builder.environment().putAll(Map.of("SLACK_BOT_TOKEN", botToken, "SLACK_SIGNING_SECRET", signingSecret));
        Path output = folder.resolve("slack.log");
        try {
            return new SlackProcess(
                    builder.redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matcher addresses() {
        return Eventually.get("an address in what Slack prints", () -> {
            Matcher line = OPEN.matcher(printed());
            if (line.find()) {
                return Optional.of(line);
            }
            if (!process.isAlive()) {
                throw new AssertionError("Slack ended with " + process.exitValue() + ": " + printed());
            }
            return Optional.empty();
        });
    }

    /** Where people are, and the Web API under {@code api/}; ends in a slash. */
    public URI pageUrl() {
        return page;
    }

    /** Fit for {@code SLACK_API_URL}. */
    public URI apiUrl() {
        return page.resolve("/api/");
    }

    /** A person at the keyboard. */
    public Hand as(String person) {
        return front.as(person);
    }

    /** A person who reads also while Slack is paused, and cannot do anything then. */
    public Hand reading(String person) {
        return behind.as(person);
    }

    /** The app is at these addresses; each call goes to the next one in turn. */
    public void connect(URI... events) {
        ask(
                "connect",
                Map.of("addresses", Arrays.stream(events).map(URI::toString).toList()));
    }

    /** The next calls of this method fail so; {@code *} is any method. */
    public void fault(String method, int times, Fault fault) {
        plan(method, Moment.next(times), fault);
    }

    public void plan(String method, Moment moment, Fault fault) {
        Map<String, Object> plan = described(moment);
        plan.put("method", method);
        plan.put("fault", name(fault));
        plan.put("millis", fault.amount());
        plan.put("retryAfterSeconds", fault.amount());
        ask("faults", plan);
    }

    /** What befalls calls to the app of this type: {@code command}, {@code view_submission}, …, {@code *}. */
    public void deliver(String type, Moment moment, Detour detour) {
        Map<String, Object> plan = described(moment);
        plan.put("type", type);
        plan.put("way", detour.way().name());
        plan.put("millis", detour.amount());
        ask("detours", plan);
    }

    /** The faults and detours that are still planned, as Slack lists them. */
    public JsonObject planned() {
        return behind.get("/page/faults", Map.of());
    }

    public void clearFaults() {
        ask("clear-faults", Map.of());
    }

    public Bookkeeping ledger() {
        return ledger;
    }

    /** How long an event waits for its second retry, which with Slack is a minute. */
    public void retryMinute(Duration minute) {
        ask("minute", Map.of("millis", minute.toMillis()));
    }

    /** Whether Slack answers 429 beyond its documented rates. */
    public void rateTiers(boolean enforced) {
        ask("tiers", Map.of("enforced", enforced));
    }

    /** Slack is down: its port is closed. It forgets nothing. */
    public void pause() {
        ask("pause", Map.of());
    }

    /** Slack is back at its address. */
    public void resume() {
        ask("resume", Map.of());
    }

    /** The workspace as it was at the start, an empty ledger, no faults, no rates. */
    public void reset() {
        ask("reset", Map.of());
        rateTiers(false);
        clearFaults();
        ask("clear-ledger", Map.of());
    }

    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String what, Map<String, ?> question) {
        JsonObject answer = behind.post("/page/" + what, question);
        if (!answer.get("ok").getAsBoolean()) {
            throw new AssertionError(what + ": " + answer);
        }
    }

    private static Map<String, Object> described(Moment moment) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("times", moment.times());
        plan.put("after", moment.after());
        if (moment.from().isAfter(Instant.MIN) || moment.until().isBefore(Instant.MAX)) {
            plan.put("from", Math.max(0, milliseconds(moment.from())));
            plan.put("until", milliseconds(moment.until()));
        }
        plan.put("chance", moment.chance());
        plan.put("seed", moment.seed());
        return plan;
    }

    private static long milliseconds(Instant at) {
        Instant latest = Instant.ofEpochMilli(Long.MAX_VALUE);
        return at.isAfter(latest) ? Long.MAX_VALUE : at.isBefore(Instant.EPOCH) ? 0 : at.toEpochMilli();
    }

    private static String name(Fault fault) {
        return switch (fault.kind()) {
            case RATE_LIMITED -> "429";
            case SERVER_ERROR -> "500";
            case DROPPED -> "drop_before";
            case ACCEPTED_DROPPED -> "drop_after";
            case DROPPED_MIDWAY -> "drop_midway";
            case ACCEPTED_SLOW -> "slow";
            case SLOW -> "late";
            case GARBAGE -> "garbage";
            case REFUSED -> fault.error();
        };
    }
}
