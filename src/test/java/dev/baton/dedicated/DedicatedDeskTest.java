package dev.baton.dedicated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.account.Refusal;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Role;
import dev.baton.store.Crowd;
import dev.baton.store.OnBothDatabases;

/** When an announcement is owed, to whom, and how the ticks are kept. */
class DedicatedDeskTest {
    private static final String SOL = "U0SOL";
    private static final String SAM = "U0SAM";
    private static final String PETRA = "U0PETRA";
    private static final String CLEO = "U0CLEO";

    @OnBothDatabases
    void the_manager_and_every_member_are_told_once_however_often_it_is_set(Bench bench) {
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        assertThat(bench.owed())
                .containsExactly(
                        "dedicated.manager to U0MAYA", "dedicated.member to U0SAM", "dedicated.member to U0SOL");
        assertThat(bench.events()).containsExactly("dedicated.announced");
    }

    @OnBothDatabases
    void cleared_and_set_again_it_is_told_again_and_what_was_read_stays_read(Bench bench) {
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        bench.read(SAM);
        bench.helio(Deployment.SAAS, "AMER_EAST");
        assertThat(bench.reading().announcement().standing()).isFalse();
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        assertThat(bench.owed()).hasSize(6);
        assertThat(bench.reading().tally()).isEqualTo("read by 1 of 2");
        assertThat(bench.events())
                .containsExactly("dedicated.announced", "dedicated.cleared", "dedicated.read", "dedicated.announced");
    }

    @OnBothDatabases
    void another_deployment_is_nobodys_news(Bench bench) {
        bench.helio(Deployment.SAAS, "AMER_EAST");
        assertThat(bench.owed()).isEmpty();
    }

    @OnBothDatabases
    void the_manager_of_another_region_hears_when_the_account_comes_there(Bench bench) {
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        bench.helio(Deployment.DEDICATED, "AMER_WEST");
        assertThat(bench.owed()).hasSize(3);
        bench.helio(Deployment.DEDICATED, "EMEA");
        assertThat(bench.owed()).hasSize(4).contains("dedicated.manager to U0MILO");
    }

    @OnBothDatabases
    void a_region_that_nobody_keeps_goes_to_the_default_manager(Bench bench) {
        bench.helio(Deployment.DEDICATED, "LATAM");
        assertThat(bench.owed()).contains("dedicated.manager to U0MAYA");
    }

    @OnBothDatabases
    void who_joins_later_is_told_and_counts(Bench bench) {
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        bench.staff(Role.PSE, PETRA);
        bench.staff(Role.PSE, PETRA);
        assertThat(bench.owed()).hasSize(4).contains("dedicated.member to U0PETRA");
        assertThat(bench.reading().tally()).isEqualTo("read by 0 of 3");
    }

    @OnBothDatabases
    void who_has_left_the_team_counts_no_more(Bench bench) {
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        bench.read(SAM);
        bench.staff(Role.SA, PETRA);
        assertThat(bench.reading().tally()).isEqualTo("read by 0 of 2");
    }

    @OnBothDatabases
    void a_tick_is_recorded_once_also_when_it_is_pressed_many_times_at_once(Bench bench) {
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        Crowd.of(5, number -> bench.read(SOL));
        assertThat(bench.reading().read(SOL)).isTrue();
        assertThat(bench.events()).containsExactly("dedicated.read", "dedicated.announced");
    }

    @OnBothDatabases
    void who_is_not_on_the_team_has_nothing_to_tick(Bench bench) {
        bench.helio(Deployment.DEDICATED, "AMER_EAST");
        assertThatThrownBy(() -> bench.read(CLEO))
                .isInstanceOf(Refusal.class)
                .hasMessage("You cannot tick the Dedicated best practices here. Who may: the account team.");
        bench.helio(Deployment.SAAS, "AMER_EAST");
        assertThatThrownBy(() -> bench.read(SAM))
                .hasMessage("The account is not on Dedicated any more, so there is nothing to tick.");
    }
}
