package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckTest {
    private final StringWriter out = new StringWriter();

    @Test
    void without_files_of_ones_own_the_built_in_ones_are_in_order() {
        assertThat(check(Map.of())).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "handbook: ok (profile csm, 12 stages, thresholds for 3 segments: sample figures, 19 topics, 32 links)",
                        "roster: ok (built-in cast: 16 people, 5 regions; LATAM has no manager: requests go to the default"
                                + " manager U0MAYA)");
    }

    @Test
    void the_problems_of_both_files_come_in_one_run(@TempDir Path folder) throws IOException {
        Path roster =
                Files.writeString(folder.resolve("people.yml"), "regions: {}\npeople: [{ name: Sam, roles: SA }]\n");
        assertThat(check(Map.of("BATON_HANDBOOK", "/nowhere/handbook.yml"), "--roster", roster.toString()))
                .isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "/nowhere/handbook.yml: does not exist", roster + ":2 people[0]: has neither slack nor email");
    }

    @Test
    void an_option_goes_before_the_environment(@TempDir Path folder) throws IOException {
        Path roster = Files.writeString(
                folder.resolve("people.yml"), "regions: {}\npeople: [{ slack: U0OTTO, name: Otto, roles: ADMIN }]\n");
        assertThat(check(Map.of("BATON_ROSTER", "/nowhere/people.yml"), "--roster", roster.toString()))
                .isZero();
        assertThat(out.toString()).contains("roster: ok (1 people, 0 regions)");
    }

    @Test
    void the_other_built_in_handbook_is_taken_by_its_profile() {
        assertThat(check(Map.of("BATON_HANDBOOK", " tam "))).isZero();
        assertThat(out.toString()).startsWith("handbook: ok (profile tam, 12 stages, ");
        assertThat(check(Map.of("BATON_HANDBOOK", "tam"), "--handbook", "./tam"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("./tam: does not exist");
    }

    @Test
    void a_name_that_is_neither_a_profile_nor_a_file_is_told_what_the_profiles_are() {
        assertThat(check(Map.of("BATON_HANDBOOK", "tma"))).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(
                        "tma: does not exist; the built-in handbooks are named csm and tam" + System.lineSeparator());
    }

    @Test
    void a_wrong_command_line_is_exit_code_two() {
        assertThat(check(Map.of(), "--rooster", "x")).isEqualTo(2);
    }

    private int check(Map<String, String> environment, String... arguments) {
        PrintWriter writer = new PrintWriter(out, true);
        return new CommandLine(new Check(environment))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }
}
