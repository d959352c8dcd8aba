package dev.baton.story;

import static dev.baton.story.SlackPage.objects;
import static dev.baton.story.SlackPage.string;

import com.google.gson.JsonObject;
import dev.baton.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person who uses Slack: types commands, reads, presses, fills. */
public final class Hand {
    private static final String GENERAL = "C0GENERAL";

    private final SlackPage page;
    private final String person;

    Hand(SlackPage page, String person) {
        this.page = page;
        this.person = person;
    }

    /** Types a command that opens a form. */
    public Modal command(String text) {
        say(text);
        return modal();
    }

    /** Types a command that is answered in words. */
    public String answerTo(String text) {
        List<Posted> before = channel(GENERAL);
        say(text);
        return Eventually.get(
                        "an answer to " + text,
                        () -> channel(GENERAL).stream()
                                .filter(each -> before.stream()
                                        .noneMatch(old -> old.ts().equals(each.ts())))
                                .reduce((first, second) -> second))
                .text();
    }

    private void say(String text) {
        JsonObject answer = page.post("/page/command", Map.of("as", person, "channel", GENERAL, "text", text));
        if (!answer.get("ok").getAsBoolean()) {
            throw new AssertionError(text + ": " + string(answer, "error"));
        }
    }

    /** Writes a message, to Baton in the direct conversation or in a channel. */
    public void write(String channel, String text) {
        page.post("/page/message", Map.of("as", person, "channel", channel, "text", text));
    }

    /** Sets another time zone in the profile, as Slack does by itself on a journey. */
    public void travelTo(String zone) {
        page.post("/page/zone", Map.of("user", person, "zone", zone));
    }

    /** The account is closed, as administrators do when somebody leaves. */
    public void leave() {
        page.post("/page/deactivate", Map.of("user", person));
    }

    /** The account is open again. */
    public void comeBack() {
        page.post("/page/deactivate", Map.of("user", person, "deleted", "false"));
    }

    /** Everything Slack's page shows this person now, as one text. */
    public String everything() {
        StringBuilder all = new StringBuilder(state().toString());
        objects(state().get("conversations"))
                .forEach(each ->
                        all.append(page.get("/page/messages", Map.of("as", person, "channel", string(each, "id")))));
        return all.toString();
    }

    /** The form on top. */
    public Modal modal() {
        return Eventually.get("a form for " + person, this::openModal);
    }

    public Optional<Modal> openModal() {
        List<JsonObject> views = objects(state().get("views"));
        return views.isEmpty()
                ? Optional.empty()
                : Optional.of(new Modal(page, person, string(views.get(views.size() - 1), "id")));
    }

    /** What Baton wrote to this person alone, oldest first. */
    public List<Posted> dms() {
        return objects(state().get("conversations")).stream()
                .filter(each -> string(each, "kind").equals("app"))
                .findFirst()
                .map(each -> channel(string(each, "id")))
                .orElse(List.of());
    }

    /** Waits for a message of Baton's to this person that has these words. */
    public Posted dm(String words) {
        return Eventually.get(
                "a message to " + person + " with '" + words + "'",
                () -> dms().stream().filter(each -> each.says(words)).findFirst(),
                this::dms);
    }

    List<JsonObject> conversations() {
        return objects(state().get("conversations"));
    }

    /** Closes whatever form is on top. */
    public void closeForm() {
        openModal().ifPresent(Modal::close);
    }

    public List<Posted> channel(String channel) {
        return objects(page.get("/page/messages", Map.of("as", person, "channel", channel))
                        .get("messages"))
                .stream()
                .map(each -> new Posted(page, person, channel, each))
                .toList();
    }

    private JsonObject state() {
        return page.get("/page/state", Map.of("as", person));
    }
}
