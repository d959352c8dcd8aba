package dev.baton.history;

import dev.baton.history.Message.Kind;
import dev.baton.history.Message.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where Slack and the model differ.
 *
 * @param wrong a line for each difference
 * @param owed how many messages have to stand
 * @param delivered how many of these do
 * @param doubled how many say again what another one says
 */
record Findings(List<String> wrong, int owed, int delivered, int doubled) {
    static final Findings NONE = new Findings(List.of(), 0, 0, 0);

    /** Each message that has to stand is there once, as it has to read; nobody reads anything else. */
    static Findings of(Map<Message, Said> expected, List<Shown> shown) {
        List<String> wrong = new ArrayList<>();
        Set<Shown> left = new LinkedHashSet<>(identified(shown));
        Set<Message> found = new LinkedHashSet<>();
        Set<Message> missing = new LinkedHashSet<>();
        for (Map.Entry<Message, Said> each : expected.entrySet()) {
            if (each.getValue() == Said.SAID) {
                Optional<Shown> there = match(each.getKey(), left);
                there.ifPresent(left::remove);
                (there.isPresent() ? found : missing).add(each.getKey());
            }
        }
        missing.removeIf(each -> comesAgain(each, expected, found));
        missing.forEach(each -> wrong.add("nowhere: " + told(each)));
        expected.forEach((message, said) -> {
            if (said == Said.PERHAPS) {
                match(message, left).ifPresent(left::remove);
            }
        });
        left.forEach(each -> wrong.add("not owed: " + each.channel() + " reads " + each.said() + " " + each.buttons()));
        return new Findings(wrong, found.size() + missing.size(), found.size(), doubled(shown));
    }

    /** A nudge that stood among other reminders leaves them when it is owed anew: it stands where it is said next. */
    private static boolean comesAgain(Message nudge, Map<Message, Said> expected, Set<Message> found) {
        return nudge.kind() == Kind.NUDGE
                && expected.keySet().stream()
                        .filter(other -> !other.equals(nudge) && other.kind() == Kind.NUDGE)
                        .filter(other -> other.to().equals(nudge.to()) && other.about() == nudge.about())
                        .anyMatch(other -> expected.get(other) == Said.OWED || found.contains(other));
    }

    /** Two messages may be alike in every word, and are two all the same. */
    private static List<Shown> identified(List<Shown> shown) {
        List<Shown> identified = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Shown each = shown.get(i);
            identified.add(new Shown(each.channel(), each.key() + "@" + i, each.said(), each.buttons()));
        }
        return identified;
    }

    private static Optional<Shown> match(Message message, Set<Shown> left) {
        List<String> buttons = message.buttons().get();
        List<String> parts = message.parts();
        return left.stream()
                .filter(each -> each.channel().equals(channel(message.to())))
                .filter(each -> parts.stream().allMatch(each.said()::contains))
                .filter(each -> buttons.equals(List.of("*"))
                        || each.buttons().equals(List.of("*"))
                        || buttons.equals(each.buttons()))
                .findFirst();
    }

    private static String channel(String to) {
        return to.equals(Message.CHANNEL) ? "C0NWB" : "D0" + to;
    }

    private static String told(Message message) {
        return channel(message.to()) + " ought to read " + message.words().get() + " "
                + message.buttons().get();
    }

    private static int doubled(List<Shown> shown) {
        Set<String> once = new HashSet<>();
        return (int) shown.stream().filter(each -> !once.add(each.key())).count();
    }
}
