package dev.baton.story;

import dev.baton.Eventually;
import dev.baton.Goldens;
import dev.baton.store.FreshDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A story that is told step by step, so that everything anybody reads in it stands in one file. */
final class Told implements AutoCloseable {
    private final World slack;
    private final Diary diary;

    Told(FreshDatabase database) {
        slack = World.open(database);
        diary = new Diary(slack);
    }

    World slack() {
        return slack;
    }

    Hand as(String person) {
        return slack.as(person);
    }

    /** Something happens, and everything that follows from it is said before the story goes on. */
    void when(String step, Runnable happening) {
        diary.begin(step);
        happening.run();
        slack.untilAllIsSaid();
        diary.note();
    }

    void restart(String people) {
        slack.restart(people);
    }

    /** What stands under the fields of a form that was not accepted. */
    void reads(String person, Map<String, String> wrong) {
        wrong.forEach((label, words) -> diary.read(person, "under " + label, List.of(words)));
    }

    void reads(String person, Modal view) {
        List<String> lines = new ArrayList<>(Plain.lines(view.blocks()));
        lines.add("[" + view.submitLabel() + "]");
        lines.remove("[]");
        diary.read(person, "in a window \"" + view.title() + "\"", lines);
    }

    void reads(String person, String place, List<String> lines) {
        diary.read(person, place, lines);
    }

    /** What somebody is told for pressing: the first that is answered to this person alone. */
    Posted refusal(String person, String words) {
        return Eventually.get(
                "a refusal with '" + words + "'",
                () -> as(person).dms().stream()
                        .filter(each -> each.onlyForReader() && each.says(words))
                        .findFirst());
    }

    void isAsInFile(String name) {
        Goldens.check("stories/" + name + ".txt", diary.toString());
    }

    @Override
    public void close() {
        slack.close();
    }
}
