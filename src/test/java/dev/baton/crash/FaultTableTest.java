package dev.baton.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the table of faults names exists. */
class FaultTableTest {
    private static final Path TABLE = Path.of("src/test/java/dev/baton/crash/package-info.java");
    private static final Pattern PROOF = Pattern.compile("\\{@code\\s+(?:\\*\\s+)?([\\w.]+)#(\\w+)[\\s*]*}");

    @Test
    void every_row_names_a_test_that_exists() throws IOException {
        List<MatchResult> proofs =
                PROOF.matcher(Files.readString(TABLE)).results().toList();
        assertThat(Files.readString(TABLE).split("<tr>"))
                .as("each row names a test, but for what stands before the table, and its head")
                .filteredOn(row -> !PROOF.matcher(row).find())
                .hasSize(2);
        assertThat(proofs)
                .allSatisfy(proof -> assertThat(exists("dev.baton." + proof.group(1), proof.group(2)))
                        .as(proof.group())
                        .isTrue());
    }

    private static boolean exists(String type, String method) {
        try {
            return Arrays.stream(Class.forName(type).getDeclaredMethods())
                    .anyMatch(each -> each.getName().equals(method));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
