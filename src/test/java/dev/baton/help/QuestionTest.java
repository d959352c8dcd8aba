package dev.baton.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.help.Question.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was typed is understood, or the nearest word is offered. */
class QuestionTest {
    private static final List<String> COMMANDS = List.of("account", "request-csm");
    private static final List<String> TOPICS = List.of("transition", "lam", "might-will");

    @Test
    void nothing_and_help_ask_for_everything() {
        assertThat(typed("")).isEqualTo(new Question(Kind.OVERVIEW, "", Optional.empty()));
        assertThat(typed("  HELP ")).isEqualTo(new Question(Kind.OVERVIEW, "", Optional.empty()));
    }

    @Test
    void commands_and_topics_are_known_by_their_words() {
        assertThat(typed("Account northwind").kind()).isEqualTo(Kind.COMMAND);
        assertThat(typed("help lam").kind()).isEqualTo(Kind.TOPIC);
        assertThat(typed("might-will")).isEqualTo(new Question(Kind.TOPIC, "might-will", Optional.empty()));
        assertThat(typed("help links").meant()).isEmpty();
    }

    @Test
    void a_slip_is_met_with_the_nearest_word() {
        assertThat(typed("acount x")).isEqualTo(new Question(Kind.UNKNOWN, "acount", Optional.of("account")));
        assertThat(typed("help lma").meant()).contains("lam");
        assertThat(typed("xyzzy").meant()).isEmpty();
    }

    @Test
    void a_message_names_a_topic_or_asks_for_everything() {
        assertThat(Question.said("<@U0BATON> transition", TOPICS).word()).isEqualTo("transition");
        assertThat(Question.said("help transition please", TOPICS).word()).isEqualTo("transition");
        assertThat(Question.said("who are you?", TOPICS).kind()).isEqualTo(Kind.OVERVIEW);
        assertThat(Question.said("x".repeat(40_000), TOPICS).kind()).isEqualTo(Kind.OVERVIEW);
    }

    private static Question typed(String text) {
        return Question.typed(text, COMMANDS, TOPICS);
    }
}
