package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceIdTest {
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    @Test
    void the_check_suffix_is_the_one_salesforce_computes() {
        assertThat(new SalesforceId("001A0000006Vm9r")).hasToString("001A0000006Vm9rIAC");
        assertThat(new SalesforceId("0015e00001NWBNK")).hasToString("0015e00001NWBNKAA5");
    }

    @Test
    void fifteen_and_eighteen_characters_are_one_id() {
        Seeded.always(random -> {
            SalesforceId id = someId(random);
            assertThat(SalesforceId.parse(id.value15())).contains(id);
            assertThat(SalesforceId.parse(" " + id.value18() + " ")).contains(id);
        });
    }

    @Test
    void a_letter_in_the_wrong_case_does_not_get_past_the_check() {
        Seeded.always(random -> {
            String right = someId(random).value18();
            int at = random.nextInt(15);
            char c = right.charAt(at);
            if (Character.isLetter(c)) {
                char other = Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
                String wrong = right.substring(0, at) + other + right.substring(at + 1);
                assertThat(SalesforceId.parse(wrong)).as(wrong).isEmpty();
            }
        });
    }

    @Test
    void a_wrong_suffix_is_a_typing_error() {
        Seeded.always(random -> {
            String right = someId(random).value18();
            int at = 15 + random.nextInt(3);
            char c = LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length()));
            String typed = right.substring(0, at) + c + right.substring(at + 1);
            assertThat(SalesforceId.parse(typed).isPresent()).as(typed).isEqualTo(typed.equals(right));
        });
    }

    @Test
    void ids_that_differ_in_case_alone_are_two() {
        assertThat(SalesforceId.parse("0015e00001NWBNK")).isNotEqualTo(SalesforceId.parse("0015e00001nwbnk"));
    }

    @Test
    void the_first_three_characters_tell_the_kind() {
        assertThat(new SalesforceId("0015e00001NWBNK").kind()).isEqualTo(SalesforceId.Kind.ACCOUNT);
        assertThat(new SalesforceId("0065e00001NWOPP").kind()).isEqualTo(SalesforceId.Kind.OPPORTUNITY);
        assertThat(new SalesforceId("0035e00001NWCON").kind()).isEqualTo(SalesforceId.Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "001",
                "0015e00001NWBN",
                "0015e00001NWBNKA",
                "0015e00001NWBN-",
                "0015e00001NWBNé",
                "0015e00001NWBNKaa5"
            })
    void anything_else_is_no_id(String typed) {
        assertThat(SalesforceId.parse(typed)).isEmpty();
    }

    @Test
    void an_id_of_another_length_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SalesforceId("0015e00001NWBNKAA5"));
    }

    static SalesforceId someId(Random random) {
        StringBuilder id = new StringBuilder("00").append(random.nextBoolean() ? '1' : '6');
        while (id.length() < 15) {
            id.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return new SalesforceId(id.toString());
    }
}
