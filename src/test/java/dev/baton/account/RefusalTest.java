package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void a_refusal_carries_its_words_and_perhaps_a_field_and_no_stack_trace() {
        Refusal refusal = Refusal.at("lam", "Type an amount.");
        assertThat(refusal).hasMessage("Type an amount.").hasNoCause();
        assertThat(refusal.field()).contains("lam");
        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(new Refusal("No.").field()).isEmpty();
    }
}
