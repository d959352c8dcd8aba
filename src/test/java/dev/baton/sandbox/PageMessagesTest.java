package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PageMessagesTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private String say(String text) {
        return Json.text(bench.api("chat.postMessage", "channel", "C0GENERAL", "text", text), "ts");
    }

    private JsonObject ask(String more) {
        return bench.look("messages?as=U0SAM&channel=C0GENERAL" + more);
    }

    private static List<String> words(JsonObject answer) {
        return Json.objects(answer, "messages").stream()
                .map(message -> Json.text(message, "text"))
                .toList();
    }

    @Test
    void a_conversation_comes_in_pieces_the_newest_first() {
        List<String> stamps = List.of(say("1"), say("2"), say("3"), say("4"), say("5"));
        JsonObject newest = ask("&limit=2");
        assertThat(words(newest)).containsExactly("4", "5");
        assertThat(Json.flag(newest, "more")).isTrue();
        JsonObject earlier = ask("&limit=3&before=" + stamps.get(3));
        assertThat(words(earlier)).containsExactly("1", "2", "3");
        assertThat(Json.flag(earlier, "more")).isFalse();
    }

    @Test
    void only_what_changed_is_told_again() {
        String first = say("first");
        String second = say("second");
        JsonObject before = ask("&limit=10");
        String since = "&from=" + first + "&since=" + Json.text(before, "version");
        assertThat(words(ask(since))).isEmpty();
        bench.api("chat.update", "channel", "C0GENERAL", "ts", first, "text", "edited");
        bench.page("message", "as", "U0MAYA", "channel", "C0GENERAL", "text", "reply", "thread", second);
        JsonObject after = ask(since);
        assertThat(Json.text(after, "since")).isEqualTo(Json.text(before, "version"));
        assertThat(words(after)).containsExactly("edited", "second");
        assertThat(Json.objects(after, "messages").get(1).get("replyCount").getAsInt())
                .isOne();
        assertThat(words(ask(since.replace(first, second)))).containsExactly("second");
    }

    @Test
    void what_has_gone_is_told_by_its_stamp() {
        JsonObject buttons = Json.object("type", "actions", "block_id", "b", "elements", List.of(Bench.button("go")));
        JsonObject posted =
                bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "press", "blocks", List.of(buttons));
        String ts = Json.text(posted, "ts");
        bench.page("action", "as", "U0SAM", "channel", "C0GENERAL", "ts", ts, "blockId", "b", "actionId", "go");
        JsonObject before = ask("");
        URI url = URI.create(Json.text(bench.app.await("block_actions", 1).payload(), "response_url"));
        Bench.send(Bench.request(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"delete_original\":true}")));
        JsonObject after = ask("&from=0&since=" + Json.text(before, "version"));
        assertThat(after.get("gone")).isEqualTo(Json.array(List.of(ts)));
        assertThat(words(after)).isEmpty();
    }

    @Test
    void after_a_reset_the_whole_is_told_and_no_difference() {
        say("news");
        JsonObject before = ask("&limit=10");
        bench.page("reset");
        JsonObject after = ask("&limit=10&from=0&since=" + Json.text(before, "version"));
        assertThat(after.has("since")).isFalse();
        assertThat(words(after)).isEmpty();
    }

    @Test
    void an_answer_in_a_thread_is_not_unread_in_the_channel() {
        String root = say("root");
        bench.look("messages?as=U0SAM&channel=C0GENERAL&read=1");
        bench.page("message", "as", "U0MAYA", "channel", "C0GENERAL", "text", "for <@U0SAM>", "thread", root);
        assertThat(conversation("C0GENERAL").get("unread").getAsInt()).isZero();
        assertThat(Json.text(conversation("C0GENERAL"), "readUntil")).isEqualTo(root);
    }

    private JsonObject conversation(String id) {
        return Json.objects(bench.look("state?as=U0SAM"), "conversations").stream()
                .filter(each -> Json.text(each, "id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void two_people_talk_and_the_app_does_not_hear_it() {
        String channel = Json.text(bench.page("open", "as", "U0SAM", "with", "U0MAYA"), "channel");
        bench.page("message", "as", "U0SAM", "channel", channel, "text", "between us <@U0BATON>");
        assertThat(Json.text(conversation(channel), "with")).isEqualTo("U0MAYA");
        assertThat(bench.messages("U0MAYA", channel)).hasSize(1);
        assertThat(Json.text(bench.look("messages?as=U0SOL&channel=" + channel), "error"))
                .isEqualTo("channel_not_found");
        assertThat(Json.text(bench.api("conversations.history", "channel", channel), "error"))
                .isEqualTo("channel_not_found");
        assertThat(Json.text(bench.api("chat.postMessage", "channel", channel, "text", "t"), "error"))
                .isEqualTo("channel_not_found");
        assertThat(bench.app.sent("message")).isEmpty();
        assertThat(Json.text(bench.page("open", "as", "U0MAYA", "with", "U0SAM"), "channel"))
                .isEqualTo(channel);
    }
}
