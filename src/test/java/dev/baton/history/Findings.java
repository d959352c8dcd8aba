package dev.baton.history;

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
        int owed = 0;
        int delivered = 0;
        for (Map.Entry<Message, Said> each : expected.entrySet()) {
            if (each.getValue() == Said.SAID) {
                owed++;
                Optional<Shown> there = match(each.getKey(), left);
                there.ifPresentOrElse(left::remove, () -> wrong.add("nowhere: " + told(each.getKey())));
                delivered += there.isPresent() ? 1 : 0;
            }
        }
        expected.forEach((message, said) -> {
            if (said == Said.PERHAPS) {
                match(message, left).ifPresent(left::remove);
            }
        });
        left.forEach(each -> wrong.add("not owed: " + each.channel() + " reads " + each.said() + " " + each.buttons()));
        return new Findings(wrong, owed, delivered, doubled(shown));
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
