package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void what_people_type_stays_as_it_is() {
        for (String typed : new String[] {"", "Northwind Bank", "a\tb\nc", "Größe 東京 🚀 👩‍💻", "שלום"}) {
            assertThat(Typed.clean(typed)).isEqualTo(typed);
        }
    }

    @Test
    void what_no_key_writes_is_taken_out() {
        assertThat(Typed.clean("a\0b\u001b[31mc\u0085d\u007f")).isEqualTo("ab[31mcd");
        assertThat(Typed.clean("one\r\ntwo\rthree")).isEqualTo("one\ntwo\nthree");
        assertThat(Typed.clean("\u202Egnp.exe\u2066x\u2069")).isEqualTo("gnp.exex");
    }

    @Test
    void half_a_character_is_told_as_unknown() {
        assertThat(Typed.clean("\ud83dx")).isEqualTo("\uFFFDx");
        assertThat(Typed.clean("x\ude80")).isEqualTo("x\uFFFD");
    }
}
