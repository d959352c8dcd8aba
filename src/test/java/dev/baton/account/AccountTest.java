package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Cast;
import dev.baton.account.Account.Audience;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Segment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an account is called, and who serves it. */
class AccountTest {
    private static final Account PLAIN = Cast.account(Cast.NORTHWIND);
    private static final Account CODED = Cast.account(Cast.HELIO);

    @Test
    void the_team_always_reads_the_name() {
        assertThat(PLAIN.nameFor(Audience.TEAM)).isEqualTo("Northwind Bank");
        assertThat(CODED.nameFor(Audience.TEAM)).isEqualTo("Helio Defense");
        assertThat(dedicated(CODED).nameFor(Audience.TEAM)).isEqualTo("Helio Defense");
    }

    @Test
    void others_read_the_codename_where_there_is_one() {
        assertThat(PLAIN.nameFor(Audience.OTHERS)).isEqualTo("Northwind Bank");
        assertThat(CODED.nameFor(Audience.OTHERS)).isEqualTo("Copper Finch");
        assertThat(dedicated(CODED).nameFor(Audience.OTHERS)).isEqualTo("Copper Finch");
    }

    @Test
    void a_dedicated_customer_without_a_codename_stays_unnamed_to_others() {
        assertThat(dedicated(PLAIN).nameFor(Audience.OTHERS)).isEqualTo("a Dedicated customer");
    }

    @Test
    void what_a_log_prints_of_an_account_is_its_id() {
        assertThat(CODED.toString()).contains("0015e00001HELIO").doesNotContain("Helio Defense");
    }

    @Test
    void the_pool_is_no_person() {
        assertThat(PLAIN.csmPerson()).isEmpty();
        assertThat(PLAIN.withCsm(Cast.CLEO).csmPerson()).contains(Cast.CLEO);
        assertThat(PLAIN.withCsm(Account.SCALE).csm()).contains(Account.SCALE);
        assertThat(PLAIN.withCsm(Account.SCALE).csmPerson()).isEmpty();
    }

    @Test
    void asking_again_changes_what_was_typed_and_forgets_nothing_else() {
        Account known = dedicated(PLAIN);
        Account again = known.with(Segment.PUBSEC, "EMEA", Optional.empty(), Optional.empty());
        assertThat(again.segment()).isEqualTo(Segment.PUBSEC);
        assertThat(again.region()).isEqualTo("EMEA");
        assertThat(again.deployment()).contains(Deployment.DEDICATED);
        assertThat(again.channel()).isEqualTo(PLAIN.channel());
        assertThat(again.nameFor(Audience.TEAM)).isEqualTo("Northwind Bank");
    }

    private static Account dedicated(Account account) {
        return account.with(
                account.segment(), account.region(), Optional.of(Deployment.DEDICATED), account.projectUrl());
    }
}
