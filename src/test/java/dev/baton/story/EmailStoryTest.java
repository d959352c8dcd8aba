package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.slack.Emails;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who stand in the people file by e-mail address. */
class EmailStoryTest {
    @OnBothDatabases
    void whoever_is_named_by_email_is_found_and_manages_what_the_file_says(FreshDatabase database) {
        try (World slack = World.open(database);
                Emails emails = new Emails(slack.sandbox().apiUrl().toString(), Baton.TOKEN)) {
            Map<String, String> ids = emails.ids(List.of("maya@acme.example", "nobody@acme.example"))
                    .orElseThrow();
            assertThat(ids).isEqualTo(Map.of("maya@acme.example", Cast.MAYA));
            Roster roster = RosterYaml.parse("people.yml", """
                    regions:
                      EAST: { name: East, manager: maya@acme.example, zone: America/New_York }
                    people:
                      - { email: maya@acme.example, name: Maya, roles: [CSM_MANAGER, ADMIN], region: EAST }
                    """);
            Roster known = roster.resolved(ids);
            assertThat(known.unresolved()).isEmpty();
            assertThat(known.regions().get("EAST").manager()).contains(Cast.MAYA);
            assertThat(known.fingerprint()).isNotEqualTo(roster.fingerprint());
        }
    }

    @Test
    void while_slack_cannot_be_asked_nobody_is_taken_for_unknown() {
        try (Emails emails = new Emails("http://127.0.0.1:1/api/", Baton.TOKEN)) {
            assertThat(emails.ids(List.of("maya@acme.example"))).isEmpty();
        }
    }
}
