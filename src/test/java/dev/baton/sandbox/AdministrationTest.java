package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class AdministrationTest {
    private static final String MORE = Bench.MANIFEST.replace("message.im", "message.im, channel_archive, user_change");

    @Test
    void an_archived_channel_takes_no_messages_and_the_app_hears_of_it() {
        try (Bench bench = new Bench(Bench.resource("/sandbox/cast.yml"), MORE)) {
            bench.page("archive", "as", "U0OTTO", "channel", "C0CSE");
            assertThat(error(bench.api("chat.postMessage", "channel", "C0CSE", "text", "t")))
                    .isEqualTo("is_archived");
            assertThat(error(bench.page("message", "as", "U0SAM", "channel", "C0CSE", "text", "t")))
                    .isEqualTo("is_archived");
            JsonObject event = Json.child(bench.app.await("channel_archive", 1).payload(), "event");
            assertThat(Json.text(event, "channel")).isEqualTo("C0CSE");
            bench.page("archive", "as", "U0OTTO", "channel", "C0CSE", "archived", false);
            assertThat(error(bench.api("chat.postMessage", "channel", "C0CSE", "text", "t")))
                    .isEmpty();
        }
    }

    @Test
    void a_deactivated_person_can_be_written_to_and_is_told_as_deleted() {
        try (Bench bench = new Bench(Bench.resource("/sandbox/cast.yml"), MORE)) {
            bench.page("deactivate", "user", "U0CLEO");
            JsonObject event = Json.child(bench.app.await("user_change", 1).payload(), "event");
            assertThat(Json.flag(Json.child(event, "user"), "deleted")).isTrue();
            JsonObject cleo = Json.child(bench.api("users.info", "user", "U0CLEO"), "user");
            assertThat(Json.flag(cleo, "deleted")).isTrue();
            assertThat(error(bench.api("users.lookupByEmail", "email", "cleo@acme.example")))
                    .isEqualTo("users_not_found");
            assertThat(error(bench.api("chat.postMessage", "channel", "U0CLEO", "text", "t")))
                    .isEmpty();
            bench.page("reset");
            assertThat(Json.flag(Json.child(bench.api("users.info", "user", "U0CLEO"), "user"), "deleted"))
                    .isFalse();
        }
    }

    @Test
    void who_moves_to_another_zone_is_told_so_and_a_zone_that_is_none_is_refused() {
        try (Bench bench = new Bench(Bench.resource("/sandbox/cast.yml"), MORE)) {
            bench.page("zone", "user", "U0MAYA", "zone", "Asia/Tokyo");
            JsonObject event = Json.child(bench.app.await("user_change", 1).payload(), "event");
            assertThat(Json.text(Json.child(event, "user"), "tz")).isEqualTo("Asia/Tokyo");
            assertThat(bench.api("users.info", "user", "U0MAYA").toString()).contains("\"tz\":\"Asia/Tokyo\"");
            assertThat(error(bench.page("zone", "user", "U0MAYA", "zone", "Mars/Base")))
                    .isEqualTo("invalid_zone");
        }
    }

    private static String error(JsonObject answer) {
        return Json.text(answer, "error");
    }
}
