package dev.baton.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.SalesforceId;
import dev.baton.card.Found.Hit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was meant comes first. */
class FoundTest {
    @Test
    void the_exact_name_comes_first_then_those_that_begin_so() {
        Found found = Found.of("heron", hits("Blue Heron", "Heron Retail", "Héron"), false);
        assertThat(found.hits()).extracting(Hit::name).containsExactly("Héron", "Heron Retail", "Blue Heron");
        assertThat(found.single()).contains(id(2));
    }

    @Test
    void two_of_one_name_are_both_shown() {
        assertThat(Found.of("heron", hits("Heron", "Heron"), false).single()).isEmpty();
    }

    @Test
    void what_does_not_fit_is_said() {
        String[] many = IntStream.range(0, 30).mapToObj(i -> "Bank " + i).toArray(String[]::new);
        Found found = Found.of("bank", hits(many), false);
        assertThat(found.hits()).hasSize(Found.MOST);
        assertThat(found.more()).isTrue();
        assertThat(found.single()).isEmpty();
    }

    @Test
    void a_list_of_ones_own_is_never_the_one_that_was_meant() {
        assertThat(Found.of("", hits("Heron"), false).single()).isEmpty();
    }

    private static Stream<Hit> hits(String... names) {
        return IntStream.range(0, names.length).mapToObj(i -> new Hit(id(i), names[i], "")).toList().stream();
    }

    private static SalesforceId id(int number) {
        return new SalesforceId(String.format("0015e%010d", number));
    }
}
