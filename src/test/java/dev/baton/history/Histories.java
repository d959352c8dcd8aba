package dev.baton.history;

import dev.baton.history.Command.Deed;
import dev.baton.history.Command.Do;
import dev.baton.history.Command.Jump;
import dev.baton.history.Command.Kill;
import dev.baton.history.Command.Look;
import dev.baton.history.Command.Race;
import dev.baton.history.Command.Trouble;
import dev.baton.history.Command.Twice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes histories by chance, the same for the same seed. Most of what is done in them is possible, and some is not. */
final class Histories {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 25;
    /** In every so many a process dies, which takes seconds. */
    private static final int KILLS = 4;

    private static final Duration HORIZON = Duration.ofDays(9);
    private static final List<String> ACCOUNTS = List.of("a", "a", "b", "c");
    private static final List<String> PEOPLE =
            List.of("SAM", "PABLO", "INES", "MAYA", "MONA", "OTTO", "MILO", "SOL", "ADA", "CLEO", "DANA");
    private static final List<Integer> JUMPS = List.of(1, 45, 60, 300, 540, 1200, 1440, 1500, 2880, 4320);
    private static final List<String> METHODS =
            List.of("chat.postMessage", "chat.postMessage", "chat.update", "conversations.history", "users.info");
    private static final List<String> FAULTS =
            List.of("429", "500", "drop", "lost", "lost", "slow", "late", "garbage", "internal_error", "ratelimited");
    private static final List<String> STEPS = List.of(
            "NOW",
            "SUBMITTING",
            "SUBMITTED",
            "CLAIMING",
            "CLAIMED",
            "SENDING",
            "SENT",
            "RECORDING",
            "RECORDED",
            "LOOKING");

    private final Random random;
    private final Model model = new Model("H-", 0, Site.BEGIN);
    private final List<Command> history = new ArrayList<>();
    private Instant now = Site.BEGIN;
    private Instant latest = Site.BEGIN;
    private int words;

    private Histories(long seed) {
        this.random = new Random(seed);
    }

    static List<Command> of(long seed) {
        return new Histories(seed).made(Math.floorMod(seed, KILLS) == 0);
    }

    private List<Command> made(boolean kills) {
        jump(random.nextInt(4 * 24 * 60));
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        int killed = kills ? 2 + random.nextInt(length - 2) : -1;
        while (history.size() < length) {
            if (history.size() == killed) {
                history.add(new Kill(random.nextInt(2), one(STEPS)));
            }
            next(random.nextInt(100));
        }
        return List.copyOf(history);
    }

    private void next(int chance) {
        if (chance < 60) {
            gesture(deed(random.nextInt(5) > 0));
        } else if (chance < 66) {
            race();
        } else if (chance < 72) {
            look();
        } else if (chance < 80) {
            jump(one(JUMPS));
        } else if (chance < 86) {
            toTheNextReminder();
        } else if (chance < 91) {
            jump(-60);
        } else {
            history.add(new Trouble(one(METHODS), one(FAULTS), 1 + random.nextInt(4) / 3));
        }
    }

    private void gesture(Do it) {
        boolean again = random.nextInt(8) == 0;
        if (it.deed() == Deed.ANSWER) {
            clock(latest);
        }
        history.add(again ? new Twice(it) : it);
        if (model.possible(it)) {
            model.done(it);
        }
    }

    /** Two answers of which one comes first, or two people who ask for the same account. */
    private void race() {
        String account = one(ACCOUNTS);
        Do one = any(one(List.of(Deed.ASSIGN, Deed.DECLINE, Deed.REDIRECT, Deed.REQUEST)), account, "MAYA");
        Deed against =
                one.deed() == Deed.REQUEST ? Deed.REQUEST : one(List.of(Deed.ASSIGN, Deed.DECLINE, Deed.REDIRECT));
        Do other = any(against, account, one.deed() == Deed.REQUEST ? "SAM" : "MONA");
        history.add(new Race(one, other));
        Do first = model.possible(one) ? one : other;
        if (model.possible(first)) {
            model.done(first);
        }
    }

    private void jump(int minutes) {
        Instant to = now.plus(Duration.ofMinutes(minutes));
        if (to.isBefore(Site.BEGIN.plus(HORIZON)) && minutes != 0) {
            history.add(new Jump(minutes));
            clock(to);
        }
    }

    /** To look, the clock goes where it was before it was set back. */
    private void look() {
        history.add(new Look());
        clock(latest);
    }

    private void clock(Instant to) {
        now = to;
        latest = to.isAfter(latest) ? to : latest;
        model.clock(to);
    }

    /** To the minute before it is due, and then to the minute at which it is. */
    private void toTheNextReminder() {
        model.nextDue().ifPresent(due -> {
            int minutes = (int) Duration.between(now, due).toMinutes();
            if (minutes > 1) {
                jump(minutes - 1);
                look();
                jump(1);
                look();
            }
        });
    }

    private Do deed(boolean possible) {
        Do made = any();
        for (int tries = 0; tries < 60 && model.possible(made) != possible; tries++) {
            made = any();
        }
        return made;
    }

    private Do any() {
        return any(one(List.of(Deed.values())), one(ACCOUNTS), one(PEOPLE));
    }

    private Do any(Deed deed, String account, String by) {
        String word =
                List.of(Deed.ASSIGN, Deed.REDIRECT, Deed.WITHDRAW).contains(deed) ? "" : "w%03d".formatted(++words);
        String choice = switch (deed) {
            case REQUEST, EDIT -> random.nextInt(4) == 0 ? "poor" : "rich";
            case ASSIGN, REASSIGN -> one(List.of("CLEO", "CYRUS", "CLEO", "CYRUS", "CORA"));
            case OVERRIDE -> one(List.of("CSM", "CSM", "NONE"));
            default -> "";
        };
        return new Do(deed, account, by, word, choice);
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
