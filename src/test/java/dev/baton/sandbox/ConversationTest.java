package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ConversationTest {
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
    void a_message_to_a_person_arrives_in_their_direct_messages() {
        assertThat(Json.flag(bench.api("chat.postMessage", "channel", "U0MAYA", "text", "hello"), "ok"))
                .isTrue();
        assertThat(bench.messages("U0MAYA", "D0MAYA"))
                .singleElement()
                .satisfies(message -> assertThat(Json.text(message, "text")).isEqualTo("hello"));
    }
}
