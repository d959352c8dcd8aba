package dev.baton.notice;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A Slack that keeps a ledger of what it accepted, and answers as it was told to; without a word it accepts. */
final class ScriptedSlack implements Outlet {
    /** A message that stands. */
    record Said(String key, long gen, String channel, String ts, String text) {}

    private final List<Said> posted = new ArrayList<>();
    private final List<Said> updated = new ArrayList<>();
    private final Deque<BiFunction<Try, Message, Outcome>> script = new ArrayDeque<>();
    private final Deque<Outcome> refusedLooks = new ArrayDeque<>();
    private final Deque<Outcome> refusedOpenings = new ArrayDeque<>();
    private final Set<String> gone = new HashSet<>();
    private final List<String> opened = new ArrayList<>();
    private Runnable whileLooking = () -> {};
    private int looks;
    private Instant lookedFrom = Instant.MAX;

    /** The next call is answered so, and nothing is accepted. */
    synchronized ScriptedSlack answers(Outcome outcome) {
        script.add((attempt, message) -> outcome);
        return this;
    }

    /** The next call is carried out, and its answer is lost. */
    synchronized ScriptedSlack losesTheAnswer() {
        return losesTheAnswer(() -> {});
    }

    /** The same, and something happens while the call is under way. */
    synchronized ScriptedSlack losesTheAnswer(Runnable event) {
        script.add((attempt, message) -> {
            event.run();
            accept(attempt, message);
            return new Outcome.Unknown("timeout");
        });
        return this;
    }

    /** Something happens while the next call is under way; it is accepted. */
    synchronized ScriptedSlack meanwhile(Runnable event) {
        script.add((attempt, message) -> {
            event.run();
            return accept(attempt, message);
        });
        return this;
    }

    /** Something happens while the next call is under way; it can never be carried out. */
    synchronized ScriptedSlack refuses(String why, Runnable event) {
        script.add((attempt, message) -> {
            event.run();
            return new Outcome.Dead(why);
        });
        return this;
    }

    /** The next look-up cannot be made. */
    synchronized ScriptedSlack refusesToLook(Outcome outcome) {
        refusedLooks.add(outcome);
        return this;
    }

    /** The next conversation cannot be opened now. */
    synchronized ScriptedSlack refusesToOpen(Outcome outcome) {
        refusedOpenings.add(outcome);
        return this;
    }

    /** This person's account is deactivated. */
    synchronized ScriptedSlack without(String person) {
        gone.add(person);
        return this;
    }

    @Override
    public synchronized String open(String person) {
        Outcome refused = refusedOpenings.poll();
        if (refused != null) {
            throw new Undelivered(refused);
        }
        if (gone.contains(person)) {
            throw new Undelivered(new Outcome.Dead("user_disabled"));
        }
        opened.add(person);
        return "D" + person;
    }

    @Override
    public Optional<String> find(Try attempt) {
        Runnable event;
        synchronized (this) {
            looks++;
            lookedFrom = attempt.firstTry();
            Outcome refused = refusedLooks.poll();
            if (refused != null) {
                throw new Undelivered(refused);
            }
            event = whileLooking;
        }
        event.run();
        return posted().stream()
                .filter(said -> said.key.equals(attempt.key())
                        && (said.gen == attempt.gen() || (attempt.laterToo() && said.gen > attempt.gen()))
                        && said.channel.equals(attempt.channel()))
                .map(Said::ts)
                .findFirst();
    }

    synchronized void whileLooking(Runnable event) {
        whileLooking = event;
    }

    @Override
    public Outcome perform(Try attempt, Message message) {
        BiFunction<Try, Message, Outcome> answer;
        synchronized (this) {
            answer = script.poll();
        }
        return answer == null ? accept(attempt, message) : answer.apply(attempt, message);
    }

    /** What Slack does when nothing is wrong. */
    synchronized Outcome accept(Try attempt, Message message) {
        boolean update = attempt.verb() == Verb.UPDATE;
        String ts = update ? attempt.ts().orElseThrow() : String.valueOf(1_000 + posted.size());
        (update ? updated : posted).add(new Said(attempt.key(), attempt.gen(), attempt.channel(), ts, message.text()));
        return new Outcome.Sent(ts);
    }

    synchronized List<Said> posted() {
        return List.copyOf(posted);
    }

    synchronized List<Said> updated() {
        return List.copyOf(updated);
    }

    /** The words of all messages, in the order in which they came. */
    List<String> posts() {
        return posted().stream().map(said -> said.channel + " " + said.text).toList();
    }

    List<String> updates() {
        return updated().stream().map(said -> said.channel + " " + said.text).toList();
    }

    synchronized List<String> opened() {
        return List.copyOf(opened);
    }

    /** From when on the last look-up read. */
    synchronized Instant lookedFrom() {
        return lookedFrom;
    }

    synchronized int looks() {
        return looks;
    }
}
