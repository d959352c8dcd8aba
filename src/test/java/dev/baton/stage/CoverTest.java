package dev.baton.stage;

import static dev.baton.Cast.ADA;
import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.account.Routing;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who serves a customer, who should, and whom to turn to. */
class CoverTest {
    private static final Account ACCOUNT = Cast.account(NORTHWIND);
    private static final Opportunity DEAL = Cast.opportunity(NORTHWIND);
    private static final Routing ROUTING = Routing.of(Cast.ROSTER, "AMER_EAST", Segment.ENTERPRISE);

    @Test
    void a_csm_or_the_pool_serves_or_the_thresholds_say_whether_somebody_is_missing() {
        assertThat(cover(ACCOUNT.withCsm(CLEO), 420_000)).isEqualTo(Cover.CSM);
        assertThat(cover(ACCOUNT.withCsm(Account.SCALE), 420_000)).isEqualTo(Cover.POOL);
        assertThat(cover(ACCOUNT, 420_000)).isEqualTo(Cover.MISSING);
        assertThat(cover(ACCOUNT, 100_000)).isEqualTo(Cover.MISSING);
        assertThat(cover(ACCOUNT, 99_999)).isEqualTo(Cover.BELOW);
        assertThat(cover(ACCOUNT, 8_000)).isEqualTo(Cover.BELOW);
        assertThat(Cover.of(ACCOUNT, deal(Optional.empty()), Cast.HANDBOOK)).isEqualTo(Cover.UNDECIDED);
        Account publicSector = ACCOUNT.with(Segment.PUBSEC, "AMER_EAST", Optional.empty(), Optional.empty());
        assertThat(cover(publicSector, 420_000)).isEqualTo(Cover.UNDECIDED);
    }

    @Test
    void the_manager_is_told_from_negotiations_on_and_only_where_somebody_is_missing() {
        for (Stage stage : Stage.values()) {
            boolean far = stage == Stage.NEGOTIATING || stage == Stage.AWAITING_SIGNATURE || stage == Stage.CLOSING;
            Opportunity deal = DEAL.moved(stage, DEAL.closeDate());
            assertThat(Uncovered.due(deal, Cover.MISSING)).as(stage.label()).isEqualTo(far);
            assertThat(Uncovered.due(deal, Cover.UNDECIDED)).as(stage.label()).isEqualTo(far);
            assertThat(Uncovered.due(deal, Cover.CSM)).as(stage.label()).isFalse();
            assertThat(Uncovered.due(deal, Cover.POOL)).as(stage.label()).isFalse();
            assertThat(Uncovered.due(deal, Cover.BELOW)).as(stage.label()).isFalse();
        }
    }

    @Test
    void the_primary_contact_is_the_csm_else_the_seller_else_the_manager() {
        Map<Role, String> team = Map.of(Role.AE, ADA, Role.SAE, SOL, Role.SA, SAM);
        assertThat(Primary.of(ACCOUNT.withCsm(CLEO), team, ROUTING)).isEqualTo(new Primary(CLEO, Role.CSM));
        assertThat(Primary.of(ACCOUNT, team, ROUTING)).isEqualTo(new Primary(SOL, Role.SAE));
        assertThat(Primary.of(ACCOUNT.withCsm(Account.SCALE), Map.of(Role.SMB_ADVOCATE, "U0REMY"), ROUTING))
                .isEqualTo(new Primary("U0REMY", Role.SMB_ADVOCATE));
        assertThat(Primary.of(ACCOUNT, Map.of(Role.SA, SAM), ROUTING)).isEqualTo(new Primary(MAYA, Role.CSM_MANAGER));
    }

    private static Cover cover(Account account, long dollars) {
        return Cover.of(account, deal(Optional.of(Money.dollars(dollars))), Cast.HANDBOOK);
    }

    private static Opportunity deal(Optional<Money> arr) {
        return Opportunity.create(DEAL.id(), DEAL.account(), Stage.CLOSED_WON, DEAL.closeDate(), DEAL.lam(), arr);
    }
}
