package dev.baton.slack;

import static dev.baton.slack.SlackDouble.message;
import static dev.baton.slack.SlackDouble.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.baton.Eventually;
import dev.baton.notice.Message;
import dev.baton.notice.Outcome;
import dev.baton.notice.Try;
import dev.baton.notice.Undelivered;
import dev.baton.notice.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {
    private static final Message CARD =
            new Message("Sam asks for a CSM", Blocks.json(List.of(Blocks.text("*Sam* asks"))));
    private static final Instant FIRST_TRY = Instant.parse("2024-03-04T09:00:00Z");

    private SlackDouble slack;
    private SlackApi api;
    private Identity identity;
    private Courier courier;

    @BeforeEach
    void open() {
        slack = SlackDouble.open();
        api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN, Duration.ofMillis(600));
        identity = new Identity(api, Duration.ofMillis(20));
        courier = new Courier(api, identity);
    }

    @AfterEach
    void close() {
        identity.close();
        api.close();
        slack.close();
    }

    @Test
    void a_message_goes_out_with_the_stamp_by_which_it_is_known_again() {
        assertThat(courier.perform(post(), CARD)).isEqualTo(new Outcome.Sent("1709542800.000100"));

        SlackDouble.Asked asked = slack.asked("chat.postMessage").get(0);
        assertThat(asked.parameters())
                .containsEntry("channel", "D0SAM")
                .containsEntry("text", "Sam asks for a CSM")
                .containsEntry("blocks", CARD.blocks())
                .containsEntry("unfurl_links", "0")
                .containsEntry("unfurl_media", "0");
        JsonObject metadata = asked.json("metadata");
        assertThat(metadata.get("event_type").getAsString()).isEqualTo("baton_notice");
        assertThat(metadata.getAsJsonObject("event_payload"))
                .isEqualTo(JsonParser.parseString("{key: 'request:1:card:U0MAYA', try_id: 'try-1', gen: 3}"));
    }

    @Test
    void too_many_requests_are_a_definite_no_for_as_long_as_slack_says() {
        slack.next("chat.postMessage", SlackDouble.status(429, "Retry-After", "17"));

        assertThat(courier.perform(post(), CARD))
                .isEqualTo(new Outcome.Retry(Duration.ofSeconds(17), "chat.postMessage: ratelimited"));
    }

    @Test
    void a_refused_connection_and_an_unknown_host_are_definite_too() {
        for (String nowhere : List.of("http://127.0.0.1:9/api/", "http://no-such-host.invalid/api/")) {
            try (SlackApi lost = new SlackApi(nowhere, SlackDouble.TOKEN, Duration.ofSeconds(5))) {
                assertThat(new Courier(lost, identity).perform(post(), CARD))
                        .as(nowhere)
                        .isInstanceOf(Outcome.Retry.class);
            }
        }
    }

    @Test
    void a_connection_dropped_after_the_request_is_unclear_and_nothing_is_sent_twice() {
        // A first call leaves a connection to be used again: that is where the client would silently repeat itself.
        courier.perform(post(), CARD);
        slack.next("chat.postMessage", SlackDouble.hangsUp());

        assertThat(courier.perform(post(), CARD)).isInstanceOf(Outcome.Unknown.class);
        assertThat(slack.asked("chat.postMessage")).hasSize(2);
    }

    @Test
    void unavailable_with_an_invitation_to_retry_at_once_is_not_followed() {
        slack.next("chat.postMessage", SlackDouble.status(503, "Retry-After", "0"));

        assertThat(courier.perform(post(), CARD)).isInstanceOf(Outcome.Unknown.class);
        assertThat(slack.asked("chat.postMessage")).hasSize(1);
    }

    @Test
    void silence_a_server_error_and_garbage_are_unclear() {
        slack.next(
                "chat.postMessage",
                SlackDouble.silent(),
                SlackDouble.json(500, "{}"),
                SlackDouble.json(502, "<html>Bad gateway</html>"),
                SlackDouble.json(200, "<html>Welcome to the hotel's network</html>"),
                SlackDouble.json(200, ""),
                SlackDouble.json(200, "[]"),
                SlackDouble.json(200, "{\"ok\":false,\"error\":\"internal_error\"}"),
                SlackDouble.json(200, "{\"ok\":false,\"error\":\"fatal_error\"}"),
                SlackDouble.json(200, "{\"ok\":true}"));

        for (int i = 0; i < 9; i++) {
            assertThat(courier.perform(post(), CARD)).as("answer %d", i).isInstanceOf(Outcome.Unknown.class);
        }
        assertThat(slack.asked("chat.postMessage")).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_not_found",
                "is_archived",
                "not_in_channel",
                "user_disabled",
                "invalid_blocks",
                "msg_too_long",
                "cannot_dm_bot",
                "something_new"
            })
    void what_slack_will_never_take_is_dead(String error) {
        slack.says("chat.postMessage", "{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(courier.perform(post(), CARD)).isEqualTo(new Outcome.Dead("chat.postMessage: " + error));
        assertThat(slack.asked("auth.test")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_auth",
                "token_revoked",
                "account_inactive",
                "not_authed",
                "org_login_required",
                "team_access_not_granted",
                "missing_scope"
            })
    void what_fails_for_the_whole_workspace_pauses_and_makes_unready(String error) {
        slack.says("auth.test", ok(), "{\"ok\":false,\"error\":\"invalid_auth\"}");
        identity.start();
        Eventually.that("Slack knows us", () -> identity.notReady().isEmpty());
        slack.says("chat.postMessage", "{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(courier.perform(post(), CARD)).isEqualTo(new Outcome.Pause("chat.postMessage: " + error));

        Eventually.that("it was asked again", () -> slack.asked("auth.test").size() >= 3);
        Eventually.that("it works again", () -> identity.notReady().isEmpty());
    }

    @Test
    void a_person_is_talked_to_alone_and_one_who_has_left_not_at_all() {
        assertThat(courier.open("U0SAM")).isEqualTo("D0SAM");
        assertThat(slack.asked("conversations.open").get(0).parameters()).containsEntry("users", "U0SAM");

        slack.says("users.info", "{\"ok\":true,\"user\":{\"id\":\"U0SAM\",\"deleted\":true}}");
        Undelivered left = catchThrowableOfType(Undelivered.class, () -> courier.open("U0SAM"));
        assertThat(left.outcome()).isInstanceOf(Outcome.Dead.class);
        assertThat(slack.asked("conversations.open")).hasSize(1);
    }

    @Test
    void an_earlier_try_is_found_on_whatever_page_it_stands() {
        slack.says(
                "conversations.history",
                page("next1", message("1.1", "request:2:card:U0MAYA", 3), message("1.2", "request:1:card:U0MAYA", 2)),
                page("", "{\"ts\":\"1.3\",\"text\":\"hello\"}", message("1.4", "request:1:card:U0MAYA", 3)));

        assertThat(courier.find(post())).hasValue("1.4");

        List<SlackDouble.Asked> asked = slack.asked("conversations.history");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).parameters())
                .containsEntry("channel", "D0SAM")
                .containsEntry("include_all_metadata", "1")
                .containsEntry("oldest", FIRST_TRY.minusSeconds(300).getEpochSecond() + ".000000")
                .doesNotContainKey("cursor");
        assertThat(asked.get(1).parameters()).containsEntry("cursor", "next1");
    }

    @Test
    void a_threaded_try_is_looked_for_in_its_thread() {
        slack.says("conversations.replies", page("", message("2.1", "request:1:card:U0MAYA", 3)));
        Try threaded = new Try(
                "request:1:card:U0MAYA",
                3,
                "try-1",
                Verb.POST,
                "C0ACCT",
                Optional.of("1.0"),
                Optional.empty(),
                FIRST_TRY);

        assertThat(courier.find(threaded)).hasValue("2.1");
        assertThat(slack.asked("conversations.replies").get(0).parameters()).containsEntry("ts", "1.0");
    }

    @Test
    void a_look_up_that_fails_says_how() {
        slack.next("conversations.history", SlackDouble.status(429, "Retry-After", "5"));

        Undelivered busy = catchThrowableOfType(Undelivered.class, () -> courier.find(post()));
        assertThat(busy.outcome())
                .isEqualTo(new Outcome.Retry(Duration.ofSeconds(5), "conversations.history: ratelimited"));
    }

    @Test
    void a_posted_message_is_brought_up_to_date() {
        assertThat(courier.perform(update(), CARD)).isEqualTo(new Outcome.Sent("1709542800.000100"));
        assertThat(slack.asked("chat.update").get(0).parameters())
                .containsEntry("ts", "1709542800.000100")
                .containsEntry("blocks", CARD.blocks());
    }

    @Test
    void where_edits_are_forbidden_the_news_stands_below_and_only_once() {
        String closed = "{\"ok\":false,\"error\":\"edit_window_closed\"}";
        slack.says("chat.update", closed, closed);

        assertThat(courier.perform(update(), CARD)).isEqualTo(new Outcome.Sent("1709542800.000100"));
        SlackDouble.Asked reply = slack.asked("chat.postMessage").get(0);
        assertThat(reply.parameters()).containsEntry("thread_ts", "1709542800.000100");

        String posted = "{\"ts\":\"3.1\",\"metadata\":" + reply.json("metadata") + "}";
        slack.says("conversations.replies", page("", posted));
        assertThat(courier.perform(update(), CARD)).isEqualTo(new Outcome.Sent("1709542800.000100"));
        assertThat(slack.asked("chat.postMessage")).hasSize(1);
    }

    @Test
    void a_message_that_was_deleted_is_not_brought_up_to_date() {
        slack.says("chat.update", "{\"ok\":false,\"error\":\"message_not_found\"}");

        assertThat(courier.perform(update(), CARD)).isEqualTo(new Outcome.Gone("chat.update: message_not_found"));
    }

    @Test
    void a_text_is_never_too_long_for_a_later_change() {
        Message long_ = new Message("x".repeat(9_000), "[]");

        courier.perform(post(), long_);

        assertThat(slack.asked("chat.postMessage").get(0).parameters().get("text"))
                .hasSize(4000);
        assertThat(slack.asked("chat.postMessage").get(0).parameters()).doesNotContainKey("blocks");
    }

    @Test
    void views_are_opened_pushed_and_redrawn_unless_they_have_moved_on() {
        var view = Blocks.modal("form", "Title", "", List.of(Blocks.text("x")), "");
        assertThat(courier.openView("1.trigger", view)).isEqualTo("V0NEW");
        assertThat(courier.pushView("2.trigger", view)).isEqualTo("V0NEW");
        assertThat(courier.updateView("V0NEW", "1.a", view)).isTrue();
        assertThat(slack.asked("views.update").get(0).parameters()).containsEntry("hash", "1.a");

        slack.says("views.update", "{\"ok\":false,\"error\":\"hash_conflict\"}");
        assertThat(courier.updateView("V0NEW", "1.a", view)).isFalse();

        slack.says("views.update", "{\"ok\":false,\"error\":\"internal_error\"}");
        courier.redraw("V0NEW", view);

        slack.says("views.open", "{\"ok\":false,\"error\":\"expired_trigger_id\"}");
        assertThatThrownBy(() -> courier.openView("3.trigger", view))
                .isInstanceOf(SlackRefused.class)
                .hasMessage("views.open: expired_trigger_id");
    }

    private static Try post() {
        return attempt(Verb.POST, Optional.empty());
    }

    private static Try update() {
        return attempt(Verb.UPDATE, Optional.of("1709542800.000100"));
    }

    private static Try attempt(Verb verb, Optional<String> ts) {
        return new Try("request:1:card:U0MAYA", 3, "try-1", verb, "D0SAM", Optional.empty(), ts, FIRST_TRY);
    }

    private static String ok() {
        return "{\"ok\":true,\"team_id\":\"T0ACME\",\"user_id\":\"U0BATON\",\"bot_id\":\"B0BATON\"}";
    }
}
