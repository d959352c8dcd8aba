package dev.baton.story;

import static dev.baton.story.SlackPage.string;

import com.google.gson.JsonObject;
import dev.baton.Cast;
import dev.baton.account.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What everybody got to read in the course of a story, step by step. */
final class Diary {
    private final World slack;
    private final StringBuilder told = new StringBuilder();
    private final Map<String, String> known = new HashMap<>();

    Diary(World slack) {
        this.slack = slack;
    }

    /** One message, as its reader sees it; new ones before those that were brought up to date. */
    private record Entry(String reader, boolean edited, String words) {}

    void begin(String step) {
        told.append(told.isEmpty() ? "" : "\n").append("# ").append(step).append("\n");
    }

    /** Somebody reads this at once: in a form, or beside what they typed. */
    void read(String person, String place, List<String> lines) {
        write(Cast.person(person).name() + ", " + place, lines);
    }

    /** What has come since, or has changed. Two messages that came together may have come in any order. */
    void note() {
        List<Entry> entries = new ArrayList<>();
        for (Person reader : Cast.ROSTER.people()) {
            List<Entry> own = new ArrayList<>();
            slack.as(reader.slackId()).conversations().forEach(conversation -> look(reader, conversation, own));
            own.sort(Comparator.comparing(Entry::edited).thenComparing(Entry::words));
            entries.addAll(own);
        }
        Set<String> channels = new TreeSet<>();
        entries.stream()
                .map(Entry::reader)
                .filter(reader -> reader.startsWith("#"))
                .forEach(channels::add);
        entries.stream().filter(entry -> !channels.contains(entry.reader())).forEach(this::write);
        channels.forEach(channel ->
                entries.stream().filter(entry -> entry.reader().equals(channel)).forEach(this::write));
    }

    private void look(Person reader, JsonObject conversation, List<Entry> entries) {
        String id = string(conversation, "id");
        boolean direct = string(conversation, "kind").equals("app");
        for (Posted message : slack.as(reader.slackId()).channel(id)) {
            String key = id + ":" + message.ts() + (message.onlyForReader() ? reader.slackId() : "");
            String words = String.join("\n", message.lines());
            String before = known.put(key, words);
            if (message.ofBaton() && !words.equals(before)) {
                String place = direct ? "" : "#" + string(conversation, "name");
                String who = message.onlyForReader()
                        ? reader.name() + ", and nobody else" + (direct ? "" : ", in " + place)
                        : direct ? reader.name() : place;
                entries.add(new Entry(who, before != null, words));
            }
        }
    }

    private void write(Entry entry) {
        write(
                entry.reader() + (entry.edited() ? " (edited)" : ""),
                entry.words().lines().toList());
    }

    private void write(String heading, List<String> lines) {
        told.append(heading).append("\n");
        lines.forEach(line -> told.append("    ").append(line).append("\n"));
    }

    @Override
    public String toString() {
        return told.toString();
    }
}
