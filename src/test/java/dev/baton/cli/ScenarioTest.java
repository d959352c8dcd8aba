package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.account.Composition;
import dev.baton.account.Money;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Misconfigured;
import dev.baton.handbook.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cast", "empty", "busy-quarter"})
    void what_is_built_in_can_be_read(String name) {
        Scenario scenario = Scenario.of(name);
        assertThat(scenario.workspace().people())
                .allMatch(person -> scenario.roster().person(person.id()).isPresent());
        assertThat(scenario.workspace().note()).contains("Begin as");
    }

    @Test
    void a_busy_quarter_has_two_hundred_accounts_and_twelve_people() {
        Scenario busy = Scenario.of("busy-quarter");
        assertThat(busy.accounts().accounts()).hasSize(200);
        assertThat(busy.workspace().people()).hasSize(12);
        assertThat(busy.workspace().messages()).hasSizeGreaterThan(300);
        assertThat(busy.requests()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cast", "busy-quarter"})
    void teams_are_as_the_handbook_wants_them_but_for_csms_yet_to_come_and_an_ae(String name) {
        Scenario scenario = Scenario.of(name);
        Handbook handbook = Handbook.builtIn();
        assertThat(scenario.accounts().accounts()).allSatisfy(known -> {
            OptionalLong arr =
                    known.opportunity().arr().stream().mapToLong(Money::cents).findFirst();
            Composition composition = Composition.of(
                    known.account(),
                    known.team(),
                    Optional.of(known.opportunity().stage()),
                    Optional.of(handbook.thresholds(known.account().segment()).qualify(arr)),
                    Optional.empty(),
                    handbook,
                    scenario.roster());
            assertThat(composition.wrong()).isEmpty();
            assertThat(composition.missing())
                    .as(known.account().name())
                    .isSubsetOf(known.account().name().equals("Heron Retail") ? Role.AE : Role.CSM);
            assertThat(known.team())
                    .allSatisfy((role, person) -> assertThat(scenario.roster()
                                    .person(person)
                                    .orElseThrow()
                                    .has(role.held()))
                            .isTrue());
        });
    }

    @Test
    void nothing_is_known_of_customers_in_the_empty_one() {
        assertThat(Scenario.of("empty").accounts().accounts()).isEmpty();
        assertThat(Scenario.of("cast").accounts().accounts()).hasSize(6);
    }

    @Test
    void a_file_says_only_what_is_different_and_a_problem_is_told_with_its_line() throws IOException {
        Path own = Files.writeString(folder.resolve("own.yml"), """
                note: Try this.
                ---
                accounts: []
                """);
        assertThat(Scenario.of(own.toString()).workspace().note()).isEqualTo("Try this.");
        Path broken = Files.writeString(folder.resolve("broken.yml"), """
                note: Try this.
                ---
                accounts:
                  - { name: Nobody }
                """);
        assertThatThrownBy(() -> Scenario.of(broken.toString()))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("broken.yml:4");
    }

    @Test
    void starting_over_brings_back_what_the_app_knows_as_well() throws IOException, InterruptedException {
        try (Rehearsal rehearsal = new Rehearsal(Scenario.of("cast"), 0, InstantSource.system())) {
            rehearsal.begin();
            URI page = rehearsal.page();
            post(page, "message", "{\"as\":\"U0SAM\",\"channel\":\"C0GENERAL\",\"text\":\"old\"}");
            post(page, "clock", "{\"move\":\"business_day\"}");
            assertThat(post(page, "reset", "{}")).contains("\"ok\":true");
            String ask = "{\"as\":\"U0SAM\",\"channel\":\"C0GENERAL\",\"text\":\"/request-csm Northwind Bank\"}";
            assertThat(post(page, "command", ask)).contains("\"ok\":true").doesNotContain("trouble");
            assertThat(get(page, "state?as=U0SAM")).contains("Request a CSM", "420");
            assertThat(get(page, "messages?as=U0SAM&channel=C0GENERAL")).doesNotContain("old");
        }
    }

    private static String post(URI page, String what, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(page.resolve("/page/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String get(URI page, String what) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(page.resolve("/page/" + what)).build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
