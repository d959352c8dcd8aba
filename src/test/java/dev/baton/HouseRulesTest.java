package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule would notice. */
class HouseRulesTest {
    private static JavaClasses house;

    static List<HouseRule> rules() {
        return Stream.concat(ImportRules.all().stream(), RoleRules.all().stream())
                .toList();
    }

    @BeforeAll
    static void walk_through_the_house() throws URISyntaxException {
        house = new ClassFileImporter()
                .importPath(Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        assertThat(house).as("classes of the house").hasSizeGreaterThan(50);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_house_keeps(HouseRule rule) {
        EvaluationResult result = rule.judge(house);
        assertThat(result.getFailureReport().getDetails()).as(rule.name()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void an_offender_is_caught_by(HouseRule rule, @TempDir Path folder) throws IOException {
        EvaluationResult result = rule.judge(rule.offenders(folder));
        assertThat(result.getFailureReport().getDetails())
                .as("what \"%s\" says of its offender", rule.name())
                .anyMatch(line -> line.contains("Offender") || line.contains("offender"));
    }

    @Test
    void files_keep_the_rules_of_files() throws IOException {
        assertThat(FileRules.broken(Path.of("src"))).isEmpty();
    }

    @Test
    void a_file_that_breaks_the_rules_of_files_is_caught(@TempDir Path folder) throws IOException {
        Path code = Files.createDirectories(folder.resolve("main/java/dev/baton/meeting"));
        Files.writeString(code.resolve("Long.java"), "line\n".repeat(301));
        Files.writeString(code.resolve("Later.java"), "// TO" + "DO think\n");
        Files.writeString(code.resolve("Broken.java"), "// FIX" + "ME\n");
        Files.writeString(code.resolve("Away.java"), "// see .." + "/shared/notes\n");
        Files.writeString(code.resolve("Short.java"), "line\n".repeat(300));
        assertThat(FileRules.broken(folder))
                .extracting(finding -> finding.replaceFirst(".*/", ""))
                .containsExactlyInAnyOrder(
                        "Long.java has 301 lines",
                        "Later.java puts something off",
                        "Broken.java puts something off",
                        "Away.java names a place outside the project",
                        "meeting has no package-info.java with @NullMarked");
        Files.writeString(code.resolve("package-info.java"), "package dev.baton.meeting;\n");
        assertThat(FileRules.broken(folder))
                .anyMatch(finding -> finding.endsWith("no package-info.java with @NullMarked"));
    }
}
