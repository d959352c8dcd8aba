package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void letPrint() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void without_a_verb_it_tells_the_verbs_and_that_the_line_was_wrong() {
        assertThat(Main.run()).isEqualTo(2);
        assertThat(said()).contains("Usage: baton", "serve", "demo", "check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "demo", "check"})
    void every_verb_explains_itself(String verb) {
        assertThat(Main.run(verb, "--help")).isZero();
        assertThat(said()).contains("Usage: baton " + verb, "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serf", "serve --prot=1", "demo --port=eighty", "check --roster"})
    void a_wrong_line_is_told_and_ends_with_2(String line) {
        assertThat(Main.run(line.split(" "))).isEqualTo(2);
        assertThat(said()).isNotBlank().doesNotContain("\tat ");
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
