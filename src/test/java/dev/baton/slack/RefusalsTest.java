package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.baton.Eventually;
import dev.baton.account.Refusal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final String WENT_WRONG =
            "Something went wrong on our side, reference [0-9A-F]{6}\\. Nothing was changed;"
                    + " please try again, and tell your administrator the reference if it stays\\.";

    private SlackDouble slack;
    private SlackApi api;
    private Identity identity;
    private Refusals refusals;
    private HttpDoor door;
    private Knock knock;
    private Supplier<RuntimeException> failure = () -> new Refusal("Only Maya may do that. Ask <her> & wait.");

    @BeforeEach
    void open() {
        slack = SlackDouble.open();
        api = new SlackApi(slack.apiUrl(), SlackDouble.TOKEN, Duration.ofSeconds(5));
        identity = new Identity(api, Duration.ofMillis(20));
        refusals = new Refusals(new Courier(api, identity));
        App app = BoltApp.build(api, identity, refusals);
        app.command("/baton", (req, ctx) -> fail());
        app.blockAction("assign", (req, ctx) -> fail());
        app.viewSubmission("form", (req, ctx) -> fail());
        app.globalShortcut("short", (req, ctx) -> fail());
        app.event(AppHomeOpenedEvent.class, (event, ctx) -> fail());
        door = new HttpDoor("127.0.0.1", 0, Knock.SECRET, app, InstantSource.system(), Optional::empty);
        door.start();
        knock = new Knock(door.port());
    }

    @AfterEach
    void close() {
        door.close();
        refusals.close();
        identity.close();
        api.close();
        slack.close();
    }

    @Test
    void a_refused_command_is_answered_in_the_place_for_that_person_alone() {
        JsonObject answer = json(knock.command("/baton", "x"));

        assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(answer.get("text").getAsString()).isEqualTo("Only Maya may do that. Ask &lt;her&gt; &amp; wait.");
    }

    @Test
    void a_refused_button_in_a_message_is_acknowledged_and_answered_through_its_response_url() {
        HttpResponse<String> answer = knock.payload(pressInMessage());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        Eventually.that("it is told", () -> slack.asked("response_url").size() == 1);
        JsonObject told = JsonParser.parseString(
                        slack.asked("response_url").get(0).body())
                .getAsJsonObject();
        assertThat(told.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(told.get("replace_original").getAsBoolean()).isFalse();
        assertThat(told.get("text").getAsString()).startsWith("Only Maya may do that.");
    }

    @Test
    void a_response_url_that_is_used_up_is_replaced_by_a_direct_message() {
        slack.next("response_url", SlackDouble.json(404, "{\"ok\":false,\"error\":\"used_url\"}"));

        knock.payload(pressInMessage());

        Eventually.that("it is told", () -> slack.asked("chat.postMessage").size() == 1);
        assertThat(slack.asked("chat.postMessage").get(0).parameters()).containsEntry("channel", "U0SAM");
    }

    @Test
    void a_refused_button_in_a_modal_lays_a_view_over_it() {
        HttpResponse<String> answer = knock.payload(pressInView("modal"));

        assertThat(answer.statusCode()).isEqualTo(200);
        SlackDouble.Asked pushed = slack.asked("views.push").get(0);
        assertThat(pushed.parameters()).containsEntry("trigger_id", "7.trigger");
        assertThat(pushed.parameters().get("view")).contains("That did not work", "Only Maya may do that.");
    }

    @Test
    void a_refused_button_in_app_home_opens_a_modal() {
        knock.payload(pressInView("home"));

        assertThat(slack.asked("views.open")).hasSize(1);
        assertThat(slack.asked("views.push")).isEmpty();
    }

    @Test
    void a_trigger_already_used_leaves_the_direct_message() {
        slack.says("views.push", "{\"ok\":false,\"error\":\"exchanged_trigger_id\"}");

        assertThat(knock.payload(pressInView("modal")).statusCode()).isEqualTo(200);

        Eventually.that("it is told", () -> slack.asked("chat.postMessage").size() == 1);
    }

    @Test
    void a_refused_shortcut_opens_a_modal() {
        knock.payload("""
                {"type":"shortcut","callback_id":"short","trigger_id":"7.trigger","user":{"id":"U0SAM"},
                 "team":{"id":"T0ACME"}}""");

        assertThat(slack.asked("views.open")).hasSize(1);
    }

    @Test
    void a_refusal_about_a_field_stands_under_it() {
        failure = () -> Refusal.at("name", "Give the account a name.");

        JsonObject answer = json(knock.payload(submission("V1", "V1", "")));

        assertThat(answer.get("response_action").getAsString()).isEqualTo("errors");
        assertThat(answer.getAsJsonObject("errors").get("name").getAsString()).isEqualTo("Give the account a name.");
    }

    @Test
    void each_field_that_is_wrong_gets_its_word() {
        failure = () -> {
            Form form = Form.of((com.slack.api.model.view.ViewState) null);
            form.error("name", "Give the account a name.");
            form.error("arr", "Write an amount.");
            return org.assertj.core.api.Assertions.catchThrowableOfType(Form.Rejected.class, form::orRefuse);
        };

        JsonObject errors = json(knock.payload(submission("V1", "V1", ""))).getAsJsonObject("errors");

        assertThat(errors.keySet()).containsExactly("name", "arr");
    }

    @Test
    void what_belongs_under_no_field_of_the_view_lies_over_the_form() {
        failure = () -> Refusal.at("elsewhere", "The request was withdrawn.");

        JsonObject answer = json(knock.payload(submission("V1", "V1", "")));

        assertThat(answer.get("response_action").getAsString()).isEqualTo("push");
        assertThat(answer.getAsJsonObject("view").toString()).contains("The request was withdrawn.");
    }

    @Test
    void over_a_third_view_nothing_can_lie_so_it_is_replaced() {
        assertThat(action(submission("V2", "V1", "V1"))).isEqualTo("push");
        assertThat(action(submission("V3", "V1", "V2"))).isEqualTo("update");
    }

    @Test
    void the_unexpected_is_told_with_a_reference_and_without_its_cause() {
        failure = () -> new IllegalStateException("password=hunter2");

        String command = json(knock.command("/baton", "x")).get("text").getAsString();
        assertThat(command).matches(WENT_WRONG);
        JsonObject form = json(knock.payload(submission("V1", "V1", "")));
        assertThat(form.get("response_action").getAsString()).isEqualTo("push");
        assertThat(form.toString()).contains("reference ").doesNotContain("hunter2");
        knock.payload(pressInMessage());
        Eventually.that("it is told", () -> slack.asked("response_url").size() == 1);
        assertThat(slack.asked("response_url").get(0).body()).contains("reference ");
    }

    @Test
    void a_slack_that_was_too_late_is_told_as_such() {
        failure = () -> new SlackRefused("views.open", "expired_trigger_id");

        assertThat(json(knock.command("/baton", "x")).get("text").getAsString())
                .isEqualTo("That took too long for Slack. Please try again.");
    }

    @Test
    void an_event_that_failed_is_not_acknowledged_so_that_slack_sends_it_again() {
        String event = """
                {"type":"event_callback","event_id":"Ev1","team_id":"T0ACME",
                 "event":{"type":"app_home_opened","user":"U0SAM","tab":"home"}}""";
        assertThat(knock.event(event).statusCode()).isEqualTo(200);

        failure = () -> new IllegalStateException("database is locked");

        assertThat(knock.event(event).statusCode()).isEqualTo(500);
    }

    @Test
    void our_own_events_and_those_nobody_listens_to_are_acknowledged_and_let_go() {
        identity.start();
        Eventually.that("Slack knows us", () -> identity.notReady().isEmpty());
        failure = () -> new IllegalStateException("heard");

        assertThat(knock.event("""
                        {"type":"event_callback","event_id":"Ev1","team_id":"T0ACME",
                         "event":{"type":"app_home_opened","user":"U0BATON","tab":"home"}}""").statusCode()).isEqualTo(200);
        assertThat(knock.event("""
                        {"type":"event_callback","event_id":"Ev2","team_id":"T0ACME",
                         "event":{"type":"user_change","user":{"id":"U0SAM","deleted":true}}}""").statusCode()).isEqualTo(200);
        assertThat(slack.asked("bots.info")).isEmpty();
    }

    private com.slack.api.bolt.response.Response fail() {
        throw failure.get();
    }

    private String action(String submission) {
        return json(knock.payload(submission)).get("response_action").getAsString();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private String pressInMessage() {
        return """
                {"type":"block_actions","trigger_id":"7.trigger","user":{"id":"U0SAM"},"team":{"id":"T0ACME"},
                 "container":{"type":"message","message_ts":"1.2","channel_id":"C0GENERAL"},
                 "channel":{"id":"C0GENERAL"},"response_url":"%s",
                 "actions":[{"type":"button","action_id":"assign","block_id":"b","action_ts":"3.4"}]}""".formatted(slack.responseUrl());
    }

    private static String pressInView(String type) {
        return """
                {"type":"block_actions","trigger_id":"7.trigger","user":{"id":"U0SAM"},"team":{"id":"T0ACME"},
                 "container":{"type":"view","view_id":"V1"},"view":{"id":"V1","hash":"1.a","type":"%s","blocks":[]},
                 "actions":[{"type":"button","action_id":"assign","block_id":"b","action_ts":"3.4"}]}""".formatted(type);
    }

    private static String submission(String id, String root, String previous) {
        return """
                {"type":"view_submission","trigger_id":"7.trigger","user":{"id":"U0SAM"},"team":{"id":"T0ACME"},
                 "view":{"id":"%s","root_view_id":"%s","previous_view_id":%s,"type":"modal","callback_id":"form",
                 "hash":"1.a","state":{"values":{}},"blocks":[
                 {"type":"input","block_id":"name","label":{"type":"plain_text","text":"Name"},
                  "element":{"type":"plain_text_input","action_id":"name"}},
                 {"type":"input","block_id":"arr","label":{"type":"plain_text","text":"ARR"},
                  "element":{"type":"plain_text_input","action_id":"arr"}}]}}""".formatted(id, root, previous.isEmpty() ? "null" : "\"" + previous + "\"");
    }
}
