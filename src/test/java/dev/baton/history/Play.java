package dev.baton.history;

import com.google.gson.JsonObject;
import dev.baton.history.Command.Deed;
import dev.baton.history.Command.Do;
import dev.baton.history.Command.Jump;
import dev.baton.history.Command.Kill;
import dev.baton.history.Command.Look;
import dev.baton.history.Command.Race;
import dev.baton.history.Command.Trouble;
import dev.baton.history.Command.Twice;
import dev.baton.history.Matter.Question;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.sandbox.Ledger.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One history, played on a site and in the model at once. */
final class Play {
    /** Longer than a call, a lease and the waits between some tries in vain; some are half a minute each. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration UNTIL_EVERY_REMINDER = Duration.ofDays(10);
    private static final Pattern DRAFT = Pattern.compile("request\\.anyway\\.form.*?private_metadata\":\"(\\d+)\"|"
            + "private_metadata\":\"(\\d+)\".*?request\\.anyway\\.form");
    private static final AtomicLong GESTURES = new AtomicLong();

    private final Site site;
    private final Model model;
    private final String series;
    private final long before;
    private final Outstanding outstanding;
    private Instant latest;
    private Instant unhindered = Instant.now();
    private Findings last = Findings.NONE;
    private int faults;
    private Duration worst = Duration.ZERO;

    /** How a history went. */
    record Ending(Findings findings, int faults, Duration worst) {}

    /** What has to be true, of the accounts whose names begin so, after so many requests. */
    interface Rules {
        Model of(String series, int requests, Instant now);
    }

    /** Slack and the model differ, or Baton never came to an end. */
    static final class Different extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Whether the site cannot be used any more. */
        final boolean stuck;

        Different(String why, boolean stuck) {
            super(why);
            this.stuck = stuck;
        }
    }

    private Play(Site site, Rules rules) {
        this.site = site;
        this.outstanding = new Outstanding(site.database());
        this.series = site.next();
        this.latest = site.now();
        this.model = rules.of(series, outstanding.requests(), latest);
        List<Line> lines = site.slack().ledger().lines();
        this.before = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number();
    }

    /** @throws Different with what differs */
    static Ending of(List<Command> history, Site site, Rules rules) {
        Play play = new Play(site, rules);
        try {
            history.forEach(play::play);
            play.look();
            play.moveTo(play.latest.plus(UNTIL_EVERY_REMINDER));
            play.look();
        } finally {
            site.slack().faults().clear();
            site.haltNowhere();
        }
        return new Ending(play.last, play.faults, play.worst);
    }

    private void play(Command command) {
        if (command instanceof Do it) {
            deed(it, 1);
        } else if (command instanceof Twice twice) {
            deed(twice.gesture(), 2);
        } else if (command instanceof Race race) {
            race(race.one(), race.other());
        } else if (command instanceof Jump jump) {
            moveTo(site.now().plus(Duration.ofMinutes(jump.minutes())));
        } else if (command instanceof Trouble trouble) {
            faults += trouble.times();
            site.slack().faults().next(trouble.method(), trouble.times(), fault(trouble.fault()));
        } else if (command instanceof Kill kill) {
            faults++;
            unhindered = Instant.now();
            site.kill(kill.instance(), kill.step());
        } else if (command instanceof Look) {
            look();
        }
    }

    private void deed(Do it, int times) {
        if (it.deed() != Deed.REQUEST && model.of(it.account()).number == 0) {
            return;
        }
        Optional<Long> remark = it.deed() == Deed.ANSWER ? question(it) : Optional.of(0L);
        if (remark.isEmpty()) {
            return;
        }
        boolean possible = model.possible(it);
        String gesture = gesture();
        // What is asked for anyway comes in two forms, and a repetition of the first finds the request that was made.
        boolean twoForms = it.deed() == Deed.REQUEST && it.choice().equals("poor");
        for (Answer each : together(Collections.nCopies(twoForms ? 1 : times, it), remark.get(), gesture)) {
            if (each.told() && each.done() != possible) {
                String why = possible ? " was refused: " + each.body() : " ought to have been refused";
                throw new Different(it.line() + why, false);
            }
        }
        if (possible) {
            model.done(it);
        }
    }

    /** Exactly one of them is done, if both are possible. */
    private void race(Do one, Do other) {
        if (one.deed() != Deed.REQUEST && model.of(one.account()).number == 0) {
            return;
        }
        List<Do> both = List.of(one, other);
        List<Boolean> possible = both.stream().map(model::possible).toList();
        List<Answer> answers = together(both, 0L, gesture());
        List<Boolean> done = answers.stream().map(Answer::done).toList();
        boolean right = possible.contains(true)
                ? Collections.frequency(done, true) == 1 && possible.get(done.indexOf(true))
                : !done.contains(true);
        if (!right) {
            throw new Different(one.line() + " against " + other.line() + " ended " + answers, false);
        }
        if (done.contains(true)) {
            model.done(both.get(done.indexOf(true)));
        }
    }

    /**
     * What Baton answered.
     *
     * @param told whether it says here that it was refused; of a button it says so elsewhere
     */
    private record Answer(String body, boolean told) {
        boolean done() {
            return told && (body.isBlank() || body.contains("\"clear\""));
        }
    }

    private List<Answer> together(List<Do> deeds, long remark, String gesture) {
        List<CompletableFuture<Answer>> running = new ArrayList<>();
        boolean same = deeds.stream().distinct().count() == 1;
        for (Do it : deeds) {
            String name = same ? gesture : gesture + running.size();
            JsonObject payload = Payload.of(it, series + it.account(), model.of(it.account()).number, remark, name);
            running.add(CompletableFuture.supplyAsync(() -> posted(it, payload, name)));
        }
        return running.stream().map(CompletableFuture::join).toList();
    }

    private Answer posted(Do it, JsonObject payload, String gesture) {
        String answer = site.post(payload);
        Matcher draft = DRAFT.matcher(answer);
        if (draft.find()) {
            String number = Optional.ofNullable(draft.group(1)).orElse(draft.group(2));
            answer = site.post(Payload.anyway(it, number, gesture + "0"));
        }
        return new Answer(answer, it.deed() != Deed.WITHDRAW);
    }

    private static String gesture() {
        return String.valueOf(1_000_000 + GESTURES.incrementAndGet());
    }

    /** The question that is answered; whoever answers has read it. */
    private Optional<Long> question(Do it) {
        Optional<String> words = model.of(it.account()).question().map(Question::words);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        look();
        return shown().stream()
                .filter(each -> each.said().contains(words.get()))
                .map(each ->
                        Pattern.compile("remark:(\\d+):request\\.question:").matcher(each.key()))
                .filter(Matcher::find)
                .map(found -> Long.valueOf(found.group(1)))
                .findFirst();
    }

    private void moveTo(Instant to) {
        site.moveTo(to);
        latest = to.isAfter(latest) ? to : latest;
        model.clock(to);
    }

    /** When all is said that is owed by the latest hour there was, everything is as the model says. */
    private void look() {
        moveTo(latest);
        untilAllIsSaid();
        last = Findings.of(model.standing(), shown());
        if (!last.wrong().isEmpty()) {
            throw new Different(String.join("\n", last.wrong()), false);
        }
    }

    private void untilAllIsSaid() {
        Instant begun = Instant.now();
        Instant deadline = begun.plus(PATIENCE);
        String due = outstanding.due(latest.toEpochMilli());
        while (!due.startsWith("0 ")) {
            if (Instant.now().isAfter(deadline)) {
                throw new Different("still not said after " + PATIENCE.toSeconds() + " s: " + due, true);
            }
            site.beginAgain();
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
            due = outstanding.due(latest.toEpochMilli());
        }
        Instant free = Stream.of(begun, unhindered, lastFault())
                .max(Instant::compareTo)
                .orElseThrow();
        Duration late = Duration.between(free, Instant.now());
        worst = late.compareTo(worst) > 0 ? late : worst;
    }

    private Instant lastFault() {
        return lines().stream()
                .filter(line -> line.error().startsWith("fault"))
                .map(Line::at)
                .reduce(Instant.EPOCH, (first, second) -> second);
    }

    private List<Shown> shown() {
        return Shown.in(lines()).stream()
                .filter(each -> each.said().contains(series) && !each.said().startsWith("Your week"))
                .toList();
    }

    private List<Line> lines() {
        return site.slack().ledger().lines().stream()
                .filter(line -> line.number() > before)
                .toList();
    }

    private static Fault fault(String name) {
        return switch (name) {
            case "429" -> Fault.rateLimited(1);
            case "500" -> Fault.of(Kind.SERVER_ERROR);
            case "drop" -> Fault.of(Kind.DROPPED);
            case "lost" -> Fault.of(Kind.ACCEPTED_DROPPED);
            case "slow" -> Fault.slow(500);
            case "late" -> Fault.slow(2_000);
            case "garbage" -> Fault.of(Kind.GARBAGE);
            default -> Fault.refused(name);
        };
    }
}
