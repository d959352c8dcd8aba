package dev.baton.sandbox;

import static dev.baton.sandbox.Bench.section;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebApiTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void a_wrong_token_is_refused_and_a_form_may_carry_the_right_one() {
        assertThat(form("auth.test", "token=xoxb-other")).contains("invalid_auth");
        assertThat(form("auth.test", "")).contains("not_authed");
        assertThat(form("auth.test", "token=" + Bench.TOKEN)).contains("\"bot_id\":\"B0BATON\"");
    }

    private String form(String method, String body) {
        return Bench.send(Bench.request(bench.sandbox.apiUrl().resolve(method))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "chat.delete, channel, C0GENERAL, unknown_method",
        "chat.postMessage, channel, C0NOWHERE, channel_not_found",
        "chat.postMessage, channel, C0GENERAL, no_text",
        "users.info, user, U0NOBODY, user_not_found",
        "users.lookupByEmail, email, nobody@acme.example, users_not_found",
        "conversations.open, users, '', users_list_not_supplied",
        "conversations.info, channel, C0NOWHERE, channel_not_found",
        "conversations.replies, channel, C0GENERAL, thread_not_found",
        "chat.update, channel, C0GENERAL, message_not_found",
        "chat.postEphemeral, channel, C0GENERAL, user_not_in_channel",
        "views.open, trigger_id, 1.2.3, invalid_arguments",
        "conversations.history, channel, D0NOBODY, channel_not_found"
    })
    void what_slack_refuses_is_refused_by_its_name(String method, String key, String value, String error) {
        assertThat(Json.text(bench.api(method, key, value), "error")).isEqualTo(error);
        assertThat(bench.sandbox.ledger().refusals())
                .singleElement()
                .satisfies(line -> assertThat(line.error()).isEqualTo(error));
    }

    @Test
    void a_message_to_a_person_arrives_in_their_direct_messages() {
        bench.api("chat.postMessage", "channel", "U0MAYA", "text", "hello");
        assertThat(bench.messages("U0MAYA", "D0MAYA"))
                .singleElement()
                .satisfies(message -> assertThat(Json.text(message, "text")).isEqualTo("hello"));
        assertThat(Json.text(bench.api("conversations.open", "users", "U0MAYA").getAsJsonObject("channel"), "id"))
                .isEqualTo("D0MAYA");
    }

    @Test
    void an_edit_keeps_the_blocks_it_does_not_mention_and_marks_the_message() {
        String ts = Json.text(
                bench.api("chat.postMessage", "channel", "U0MAYA", "text", "a", "blocks", List.of(section("first"))),
                "ts");
        bench.api("chat.update", "channel", "D0MAYA", "ts", ts, "text", "b");
        JsonObject message = bench.messages("U0MAYA", "D0MAYA").get(0);
        assertThat(message.toString())
                .contains("first")
                .contains("\"edited\":true")
                .contains("\"text\":\"b\"");
    }

    @Test
    void an_edit_is_refused_above_4000_characters_and_on_other_peoples_messages() {
        String own = Json.text(bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "a"), "ts");
        String theirs = Json.text(bench.page("message", "as", "U0SAM", "channel", "C0GENERAL", "text", "mine"), "ts");
        assertThat(update(own, "x".repeat(4000))).isEmpty();
        assertThat(update(own, "x".repeat(4001))).isEqualTo("msg_too_long");
        assertThat(update(theirs, "b")).isEqualTo("cant_update_message");
    }

    private String update(String ts, String text) {
        return Json.text(bench.api("chat.update", "channel", "C0GENERAL", "ts", ts, "text", text), "error");
    }

    @Test
    void a_very_long_text_is_cut_with_a_warning() {
        JsonObject answer = bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "x".repeat(40_001));
        assertThat(Json.text(answer, "warning")).isEqualTo("message_truncated");
        assertThat(Json.text(bench.messages("U0SAM", "C0GENERAL").get(0), "text"))
                .hasSize(40_000);
    }

    @Test
    void an_ephemeral_message_is_seen_by_its_reader_alone_and_is_no_history() {
        bench.api("chat.postEphemeral", "channel", "C0GENERAL", "user", "U0SAM", "text", "psst");
        assertThat(bench.messages("U0SAM", "C0GENERAL")).hasSize(1);
        assertThat(bench.messages("U0MAYA", "C0GENERAL")).isEmpty();
        assertThat(Json.objects(bench.api("conversations.history", "channel", "C0GENERAL"), "messages"))
                .isEmpty();
    }

    @Test
    void history_pages_by_cursor_and_bounds_and_keeps_metadata() {
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            JsonObject metadata = Json.object("event_type", "notice", "event_payload", Json.object("n", i));
            posted.add(Json.text(
                    bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "m" + i, "metadata", metadata),
                    "ts"));
        }
        JsonObject first = history("limit", 2);
        assertThat(texts(first)).containsExactly("m4", "m3");
        assertThat(first.toString()).doesNotContain("event_payload");
        String cursor = Json.text(Json.child(first, "response_metadata"), "next_cursor");
        assertThat(texts(history("limit", 2, "cursor", cursor))).containsExactly("m2", "m1");
        assertThat(texts(history("oldest", posted.get(3)))).containsExactly("m4");
        assertThat(texts(history("oldest", posted.get(3), "inclusive", true))).containsExactly("m4", "m3");
        assertThat(history("latest", posted.get(1), "include_all_metadata", true)
                        .toString())
                .contains("\"event_payload\":{\"n\":0}");
        assertThat(Json.text(history("cursor", "nonsense"), "error")).isEqualTo("invalid_cursor");
    }

    private JsonObject history(Object... pairs) {
        List<Object> all = new ArrayList<>(List.of("channel", "C0GENERAL"));
        all.addAll(List.of(pairs));
        return bench.api("conversations.history", all.toArray());
    }

    private static List<String> texts(JsonObject answer) {
        return Json.objects(answer, "messages").stream()
                .map(message -> Json.text(message, "text"))
                .toList();
    }

    @Test
    void replies_stand_in_their_thread_and_are_counted() {
        String ts = Json.text(bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "root"), "ts");
        bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "reply", "thread_ts", ts);
        assertThat(texts(bench.api("conversations.replies", "channel", "C0GENERAL", "ts", ts)))
                .containsExactly("root", "reply");
        assertThat(texts(history())).containsExactly("root");
        assertThat(history().toString()).contains("\"reply_count\":1");
    }

    @Test
    void timestamps_follow_the_business_clock_and_never_repeat() {
        String first = Json.text(bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "a"), "ts");
        assertThat(first).isEqualTo("1709542800.000000");
        bench.sandbox.clock().moveTo(bench.sandbox.clock().instant().minus(Duration.ofDays(1)));
        String second = Json.text(bench.api("chat.postMessage", "channel", "C0GENERAL", "text", "b"), "ts");
        assertThat(second).isEqualTo("1709542800.000001");
    }

    @Test
    void a_scope_that_the_manifest_does_not_ask_for_is_missing() {
        JsonObject group = bench.api("conversations.open", "users", "U0SAM,U0MAYA");
        String id = Json.text(Json.child(group, "channel"), "id");
        JsonObject answer = bench.api("conversations.history", "channel", id);
        assertThat(Json.text(answer, "error")).isEqualTo("missing_scope");
        assertThat(Json.text(answer, "needed")).isEqualTo("mpim:history");
    }

    @Test
    void the_bot_cannot_write_where_it_is_not_what_is_archived_or_to_whom_has_left() {
        String yaml = """
                workspace: { name: Small, team: T1 }
                clock: 2024-03-04T09:00:00Z
                app: { id: A1, bot: B1, user: U1, name: App }
                people:
                  - { id: U2, name: sam, real_name: Sam, tz: UTC }
                  - { id: U3, name: gone, real_name: Gone, tz: UTC, deleted: true }
                channels:
                  - { id: C1, name: elsewhere, members: [U2] }
                  - { id: C2, name: secret, private: true, members: [U2] }
                  - { id: C3, name: old, archived: true, members: everybody }
                """;
        try (Bench small = new Bench(yaml)) {
            assertThat(posting(small, "C1")).isEqualTo("not_in_channel");
            assertThat(posting(small, "C2")).isEqualTo("channel_not_found");
            assertThat(posting(small, "C3")).isEqualTo("is_archived");
            assertThat(posting(small, "#old")).isEqualTo("is_archived");
            assertThat(Json.text(small.api("conversations.open", "users", "U3"), "error"))
                    .isEqualTo("user_disabled");
            assertThat(posting(small, "U3")).isEmpty();
        }
    }

    private static String posting(Bench bench, String channel) {
        return Json.text(bench.api("chat.postMessage", "channel", channel, "text", "t"), "error");
    }

    @Test
    void members_and_people_are_told_as_the_cast_says() {
        JsonObject members = bench.api("conversations.members", "channel", "C0NWB");
        assertThat(members.toString()).contains("U0SOL").contains("U0SAM").contains("U0BATON");
        assertThat(bench.api("users.info", "user", "U0INES").toString()).contains("\"tz\":\"Europe/Madrid\"");
        assertThat(bench.api("users.lookupByEmail", "email", "otto@acme.example")
                        .toString())
                .contains("\"is_admin\":true");
    }
}
