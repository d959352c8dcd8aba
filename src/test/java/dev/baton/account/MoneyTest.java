package dev.baton.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250000        | 250000",
                "$250k         | 250000",
                "250 K         | 250000",
                "1.2M          | 1200000",
                "1,200,000     | 1200000",
                "$1,200,000.00 | 1200000",
                "1 200 000     | 1200000",
                "USD 1.2 m     | 1200000",
                "1.2m USD      | 1200000",
                "US$ 1.2M      | 1200000",
                "1.25 million  | 1250000",
                "0             | 0",
                "0.5M          | 500000",
                "1b            | 1000000000",
            })
    void amounts_are_read_as_people_write_them(String typed, long dollars) {
        assertThat(Money.parse(typed)).contains(Money.dollars(dollars));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-5",
                "$-5",
                "(500)",
                "1,2",
                "1,20",
                "12,00",
                "0,500",
                "1.200",
                "1.200.000",
                "1,200k",
                "1,2M",
                "abc",
                "1.2X",
                "$",
                "k",
                "1e6",
                "0x10",
                "1_000",
                "EUR 5",
                "€5",
                "NaN",
                "Infinity",
                "١٢٣",
                "1.",
                ".5",
                "1 20",
                "1, 200",
                "99999999999999999999",
                "9223372036854775807",
                "92233720368547758M",
                "1000000.5M",
                "0.001",
                "1.000001k",
                "unknown"
            })
    void what_is_no_amount_or_could_be_two_is_refused(String typed) {
        assertThat(Money.parse(typed)).isEmpty();
    }

    @Test
    void a_very_long_number_is_refused_and_costs_nothing() {
        assertThat(Money.parse("9".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0          | $0         | $0",
                "999        | $999       | $999",
                "8000       | $8k        | $8,000",
                "1500       | $1.5k      | $1,500",
                "1250       | $1,250     | $1,250",
                "420000     | $420k      | $420,000",
                "1200000    | $1.2M      | $1,200,000",
                "1250000    | $1.25M     | $1,250,000",
                "1234567    | $1,234,567 | $1,234,567",
                "2000000000 | $2B        | $2,000,000,000",
            })
    void an_amount_is_told_shortly_where_that_is_exact(long dollars, String shortly, String full) {
        assertThat(Money.dollars(dollars)).hasToString(shortly);
        assertThat(Money.dollars(dollars).full()).isEqualTo(full);
    }

    @Test
    void cents_are_never_rounded_away() {
        assertThat(new Money(120_000_050)).hasToString("$1,200,000.50");
        assertThat(Money.parse("1,200,000.50")).contains(new Money(120_000_050));
    }

    @Test
    void what_is_told_is_read_back_as_the_same_amount() {
        Seeded.always(random -> {
            Money money = someMoney(random);
            assertThat(Money.parse(money.toString())).as(money.toString()).contains(money);
            assertThat(Money.parse(money.full())).as(money.full()).contains(money);
        });
    }

    @Test
    void neither_case_nor_blanks_nor_the_currency_change_an_amount() {
        Seeded.always(random -> {
            Money money = someMoney(random);
            String typed = "  "
                    + money.toString()
                            .replace("$", random.nextBoolean() ? "usd " : "$ ")
                            .toLowerCase(Locale.ROOT);
            assertThat(Money.parse(typed)).as(typed).contains(money);
        });
    }

    @Test
    void whatever_is_typed_is_an_amount_or_nothing_but_never_a_fault() {
        String keys = "0123456789.,  $kKmMbBUSDusd-+e_€\u00a0\n";
        Seeded.always(random -> {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                typed.append(keys.charAt(random.nextInt(keys.length())));
            }
            assertThat(Money.parse(typed.toString()).orElse(Money.MOST)).isLessThanOrEqualTo(Money.MOST);
        });
    }

    @Test
    void amounts_below_zero_do_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1));
    }

    /** Of all sizes, and round as often as people's amounts are. */
    private static Money someMoney(Random random) {
        long size = (long) Math.pow(10, random.nextInt(15));
        long cents = random.nextLong(1, 1_000) * size / (random.nextBoolean() ? 1 : 7);
        return new Money(Math.min(cents, Money.MOST.cents()));
    }
}
