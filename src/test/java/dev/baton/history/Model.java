package dev.baton.history;

import static dev.baton.history.Message.name;

import dev.baton.history.Command.Deed;
import dev.baton.history.Command.Do;
import dev.baton.history.Matter.Account;
import dev.baton.history.Matter.Question;
import dev.baton.history.Message.Kind;
import dev.baton.history.Message.Said;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What has to be true of accounts that Sol sells to, with Sam as SA, in the region that Maya keeps and Mona backs. */
class Model {
    private static final List<String> ASKERS = List.of("SAM", "PABLO", "INES", "MAYA", "MONA");
    private static final List<String> MANAGERS = List.of("MAYA", "MONA", "OTTO");
    private static final List<String> CSMS = List.of("CLEO", "CYRUS");

    private final Map<Message, Said> messages = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final String series;
    private int numbers;
    private Instant now, latest;

    /** @param numbers how many requests there were before */
    Model(String series, int numbers, Instant now) {
        this.series = series;
        this.numbers = numbers;
        this.now = this.latest = now;
    }

    void clock(Instant to) {
        now = to;
        latest = to.isAfter(latest) ? to : latest;
    }

    Optional<Instant> nextDue() {
        return messages.keySet().stream()
                .filter(each -> messages.get(each) == Said.OWED && each.due().isAfter(latest))
                .map(Message::due)
                .min(Instant::compareTo);
    }

    /** What has to stand now that everything is said that was owed by the latest hour there was. */
    Map<Message, Said> standing() {
        messages.replaceAll((each, said) -> said == Said.OWED && !each.due().isAfter(latest) ? Said.SAID : said);
        return messages;
    }

    /** Of the account's latest request; 0 without one. */
    int number(String account) {
        return accounts.getOrDefault(account, new Account()).last.number;
    }

    /** The oldest question that waits for an answer, else the last one. */
    Optional<String> question(String account) {
        List<Question> all = accounts.getOrDefault(account, new Account()).last.questions;
        Optional<Question> waiting = all.stream().filter(Question::waits).findFirst();
        return waiting.or(() -> all.stream().reduce((one, next) -> next)).map(Question::words);
    }

    boolean possible(Do it) {
        Account on = accounts.getOrDefault(it.account(), new Account());
        boolean open = on.last.open(), asker = on.last.asker.equals(it.by()), manager = MANAGERS.contains(it.by());
        boolean served = !on.csm.isEmpty() || (on.pool && it.choice().equals("poor"));
        return switch (it.deed()) {
            case REQUEST -> ASKERS.contains(it.by()) && !open && !served;
            case EDIT, WITHDRAW -> asker && open;
            case ANSWER -> asker && on.last.questions.stream().anyMatch(Question::waits);
            case ASK, DECLINE, REDIRECT, OVERRIDE -> manager && open;
            case ASSIGN -> manager && open && on.last.assignable && CSMS.contains(it.choice());
            case REASSIGN -> manager && !on.csm.isEmpty() && !on.csm.equals(it.choice()) && CSMS.contains(it.choice());
        };
    }

    void done(Do it) {
        Account on = accounts.computeIfAbsent(it.account(), key -> new Account());
        on.name = series + it.account();
        on.last = it.deed() == Deed.REQUEST ? new Matter(on, ++numbers, it.by()) : on.last;
        Matter made = on.last;
        String by = name(it.by());
        made.lately = it.word().isEmpty() ? made.lately : it.word();
        switch (it.deed()) {
            case REQUEST -> {
                made.state = "open";
                made.know(it);
                String yours = "$req: your request for a CSM for $name is $outcome.";
                tell(made, "MAYA", Kind.CARD, made, now, made::card, made::answers);
                tell(made, it.by(), Kind.NEWS, made, now, () -> yours, made::corrections);
                tell(made, Message.CHANNEL, "$asker asked for a CSM for $name ($req).");
                remind(made);
            }
            case EDIT -> {
                made.know(it);
                tell(made, "MAYA", "$asker changed $req ($name): …" + it.word());
            }
            case ASK -> {
                Question asked = new Question(made, it.by(), it.word(), new StringBuilder());
                made.questions.add(asked);
                pointless(each -> each.about() == made && each.kind() == Kind.NUDGE);
                Instant due = Hours.nudge(made.asker, now, 1);
                Supplier<String> words = () -> " about $req ($name): " + it.word() + "…" + asked.reply();
                Supplier<String> still = () -> asked.waits() ? " still waits for your answer" : " asks";
                Supplier<List<String>> button = () -> asked.waits() ? List.of("Answer") : List.of();
                tell(made, made.asker, Kind.NEWS, asked, now, () -> by + " asks" + words.get(), button);
                tell(made, made.asker, Kind.REMINDER, asked, due, () -> by + still.get() + words.get(), button);
            }
            case ANSWER -> {
                Question asked = made.questions.stream().filter(Question::waits).findFirst().orElseThrow();
                asked.reply().append(it.word());
                pointless(each -> each.about() == asked && each.kind() == Kind.REMINDER);
                String words = "$asker answered about $req ($name): " + it.word() + "…" + asked.words();
                Stream.of(asked.by(), "MAYA").distinct().forEach(to -> tell(made, to, words));
                remind(made);
            }
            case ASSIGN -> {
                settle(made, it, "assigned");
                on.csm = it.choice();
                String yours = "$by assigned $name to you. You are its CSM ($req).";
                String theirs = "$csm is the CSM of $name ($req, assigned by $by).";
                made.concerned().forEach(to -> tell(made, to, () -> to.equals(on.csm) ? yours : theirs));
                tell(made, Message.CHANNEL, "$csm is the CSM of $name ($req).");
                meet(made);
            }
            case REASSIGN -> {
                Set<String> told = made.concerned();
                on.csm = it.choice();
                made.by = it.by();
                told.add(on.csm);
                String why = " the CSM of $name now. " + by + " reassigned $req: " + it.word();
                told.forEach(to -> tell(made, to, () -> (to.equals(on.csm) ? "You are" : "$csm is") + why));
                meet(made);
            }
            case DECLINE -> {
                settle(made, it, "declined");
                String words = "$by declined $req ($name): " + it.word();
                tell(made, made.asker, Kind.NEWS, made, now, () -> words, () -> List.of("Send again"));
            }
            case REDIRECT -> {
                settle(made, it, "redirected");
                tell(made, made.asker, "$req: $name is served by Scale CSE, decided by $by.");
                on.pool = true;
                if (on.told.add(Hours.day("SOL", now)))
                    tell(made, "SOL", Kind.NEWS, made, now, () -> by + " redirected $name to ", () -> List.of("*"));
            }
            case OVERRIDE -> {
                made.ruled = true;
                made.assignable = it.choice().equals("CSM");
                tell(made, made.asker, by + " decided about $req ($name): …" + it.word());
            }
            case WITHDRAW -> {
                settle(made, it, "withdrawn");
                tell(made, "MAYA", "$asker withdrew $req ($name).");
            }
        }
    }

    private void settle(Matter made, Do it, String state) {
        made.state = state;
        made.by = it.by();
        pointless(each -> each.about() == made && each.kind() != Kind.NEWS);
        pointless(each -> made.questions.contains(each.about()) && each.kind() == Kind.REMINDER);
    }

    private void pointless(Predicate<Message> which) {
        Map<Message, Said> owed = new HashMap<>(messages);
        owed.keySet().removeIf(each -> owed.get(each) != Said.OWED || !which.test(each));
        owed.keySet().forEach(each -> messages.put(each, each.due().isAfter(latest) ? Said.NEVER : Said.PERHAPS));
    }

    private void remind(Matter made) {
        pointless(each -> each.about() == made && each.kind() == Kind.NUDGE);
        String waits = "$req still waits for you: $asker asked for a CSM for $name";
        String ended = "$req ($name) is $outcome. You need not do anything.";
        Supplier<String> urgent = () -> made.open() ? "Maya has not answered $req yet: you stand in…" : "";
        Instant first = Hours.nudge("MAYA", now, 1);
        Instant second = Hours.nudge("MONA", now, 2);
        tell(made, "MAYA", Kind.NUDGE, made, first, () -> made.open() ? waits : ended, List::of);
        tell(made, "MONA", Kind.NUDGE, made, second, () -> urgent.get() + made.card(), made::answers);
    }

    private void meet(Matter made) {
        Account on = made.account;
        String planned = "An internal account team meeting is planned for $name. ";
        Stream.of(on.csm, "SAM").filter(on.told::add).forEach(to -> tell(made, to, () -> planned
                + (to.equals(on.csm) ? "You own it; Sam co-owns" : "$csm owns it; " + (to.equals("SAM") ? "you" : "Sam"))));
    }

    private void tell(Matter made, String to, String words) {
        tell(made, to, () -> words);
    }

    private void tell(Matter made, String to, Supplier<String> words) {
        tell(made, to, Kind.NEWS, made, now, words, List::of);
    }

    private void tell(Matter made, String to, Kind kind, Object about, Instant due, Supplier<String> words,
            Supplier<List<String>> buttons) {
        messages.put(new Message(to, kind, about, due, () -> made.filled(words.get()), buttons), Said.OWED);
    }
}
