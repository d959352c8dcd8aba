package dev.baton.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WorkspaceTest {
    @Test
    void the_cast_is_sixteen_people_in_five_channels_with_the_bot_in_each() {
        Workspace cast = Workspace.parse(Bench.resource("/sandbox/cast.yml"), Bench.MANIFEST);
        assertThat(cast.people()).hasSize(16).allMatch(person -> !person.title().isEmpty());
        assertThat(cast.channels())
                .hasSize(5)
                .allMatch(channel -> channel.members().contains("U0BATON"));
        assertThat(cast.start()).isEqualTo("2024-03-04T09:00:00Z");
    }

    @Test
    void every_problem_of_a_file_is_told_at_once() {
        String broken = """
                workspace: { name: Acme, team: T1 }
                clock: tomorrow
                colour: red
                app: { id: A1, bot: B1, user: U1, name: App }
                people:
                  - { id: U2, name: sam, real_name: Sam, tz: Mars/Olympus }
                channels:
                  - { id: C1, members: [U3] }
                """;
        assertThatThrownBy(() -> Workspace.parse(broken, Bench.MANIFEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clock: 'tomorrow'")
                .hasMessageContaining("workspace.colour: is not known here")
                .hasMessageContaining("people[0].tz")
                .hasMessageContaining("channels[0].members: nobody is called U3")
                .hasMessageContaining("channels[0].name: is missing");
    }
}
