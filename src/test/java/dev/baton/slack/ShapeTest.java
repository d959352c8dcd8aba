package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack cannot have sent is refused before any listener sees it. */
class ShapeTest {
    private HttpDoor door;
    private Knock knock;

    @BeforeEach
    void open() {
        // Without middleware, it asks nobody who it is.
        App app = new App(new AppConfig(), Slack.getInstance(), List.of());
        app.blockAction("assign", (request, context) -> context.ack());
        app.viewSubmission("form", (request, context) -> context.ack());
        app.command("/baton", (request, context) -> context.ack());
        door = new HttpDoor("127.0.0.1", 0, Knock.SECRET, app, InstantSource.system(), Optional::empty);
        door.start();
        knock = new Knock(door.port());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'block_actions','user':{'id':'U0SAM'},'trigger_id':'1','actions':[]}",
                "{'type':'block_actions','user':{'id':'U0SAM'},'trigger_id':'1','actions':[null]}",
                "{'type':'block_actions','user':{},'trigger_id':'1','actions':[{'action_id':'assign','action_ts':'1'}]}",
                "{'type':'block_actions','user':{'id':'U0SAM'},'trigger_id':'1','actions':[{'action_id':'assign'}]}",
                "{'type':'block_actions','user':{'id':'U0SAM'},'trigger_id':'1','container':{},"
                        + "'actions':[{'action_id':'assign','action_ts':'1'}]}",
                "{'type':'view_submission','team':{'id':'T0ACME'},'user':{'id':'U0SAM'},'view':null}",
                "{'type':'view_submission','team':{'id':'T0ACME'},'user':{'id':'U0SAM'},'view':{'id':'V1','callback_id':'form'}}",
                "{'type':'view_submission','team':{'id':'T0ACME'},'user':{'id':'U0\\nSAM'},'view':{'id':'V1','hash':'1','callback_id':'form'}}",
                "{'type':'view_closed','user':{'id':'U0SAM'}}",
                "{'type':'shortcut','user':{'id':'U0SAM'},'callback_id':'x'}",
            })
    void what_lacks_a_part_is_refused(String payload) {
        assertThat(knock.payload(payload.replace('\'', '"')).statusCode()).isEqualTo(400);
    }

    @Test
    void an_event_needs_an_id_and_a_command_somebody_who_typed_it() {
        assertThat(knock.event("{\"type\":\"event_callback\",\"event\":{\"type\":\"message\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(knock.form("command=%2Fbaton&text=x&trigger_id=1.2").statusCode())
                .isEqualTo(400);
    }

    /** Bolt would look for a class of that name, and fail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'message_'}",
                "{'type':'message','subtype':'bot_'}",
                "{'type':7,'subtype':{}}",
                "{'type':'message','subtype':null}",
                "{}"
            })
    void an_event_has_the_name_of_one(String event) {
        String payload = "{'type':'event_callback','event_id':'Ev1','event':" + event + "}";
        assertThat(knock.event(payload.replace('\'', '"')).statusCode()).isEqualTo(400);
    }

    @Test
    void an_event_of_a_kind_that_exists_is_let_in_and_finds_nobody() {
        assertThat(knock.event("""
                        {"type":"event_callback","event_id":"Ev1","team_id":"T0ACME",
                         "event":{"type":"message","subtype":"bot_add","channel":"C0GENERAL","user":"U0SAM"}}""").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_whole_is_heard() {
        assertThat(knock.command("/baton", "help").statusCode()).isEqualTo(200);
        assertThat(knock.payload("""
                        {"type":"view_submission","trigger_id":"1.2","user":{"id":"U0SAM"},"team":{"id":"T0ACME"},
                         "view":{"id":"V1","hash":"1.a","type":"modal","callback_id":"form","state":{"values":{}},
                         "blocks":[]}}""").statusCode()).isEqualTo(200);
    }
}
