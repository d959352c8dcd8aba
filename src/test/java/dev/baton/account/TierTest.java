package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tiers by all the names they have had. */
class TierTest {
    @Test
    void older_names_are_understood() {
        assertThat(Tier.parse(" Silver ")).contains(Tier.PREMIUM);
        assertThat(Tier.parse("gold")).contains(Tier.ULTIMATE);
        assertThat(Tier.parse("Bronze")).contains(Tier.STARTER_BRONZE);
        assertThat(Tier.parse("Starter/Bronze")).contains(Tier.STARTER_BRONZE);
        assertThat(Tier.parse("PREMIUM")).contains(Tier.PREMIUM);
        assertThat(Tier.parse("Platinum")).isEmpty();
    }

    @Test
    void they_stand_in_order() {
        assertThat(Tier.PREMIUM).isGreaterThan(Tier.FREE).isLessThan(Tier.ULTIMATE);
    }
}
