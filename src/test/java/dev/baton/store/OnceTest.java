package dev.baton.store;

import static dev.baton.store.DatabaseTest.add;
import static dev.baton.store.DatabaseTest.insert;
import static dev.baton.store.DatabaseTest.names;
import static dev.baton.store.DatabaseTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

class OnceTest {
    private static final long AT = 1_709_542_800_000L;

    @OnBothDatabases
    void a_repeat_gets_the_same_answer_and_has_no_second_effect(Database database) {
        String first = database.once("view:V1:h1", AT, tx -> "REQ-" + insert(tx, "effect", 1));
        String repeat = database.once("view:V1:h1", AT + 9, tx -> "REQ-" + insert(tx, "second effect", 1));
        assertThat(first).isEqualTo("REQ-1");
        assertThat(repeat).isEqualTo(first);
        assertThat(names(database)).contains("effect").doesNotContain("second effect");
    }

    @OnBothDatabases
    void another_gesture_has_an_effect_of_its_own(Database database) {
        database.once("a", AT, tx -> "" + insert(tx, "by a", 1));
        database.once("b", AT, tx -> "" + insert(tx, "by b", 1));
        assertThat(names(database)).contains("by a", "by b");
    }

    @OnBothDatabases
    void what_was_refused_may_come_again(Database database) {
        assertThatThrownBy(() -> database.once("view:V1:h1", AT, tx -> {
                    insert(tx, "refused", 1);
                    throw new IllegalArgumentException("the close date is missing");
                }))
                .hasMessage("the close date is missing");
        assertThat(database.once("view:V1:h1", AT, tx -> "REQ-" + insert(tx, "accepted", 1)))
                .isEqualTo("REQ-1");
        assertThat(names(database)).contains("accepted").doesNotContain("refused");
    }

    @OnBothDatabases
    void of_twins_at_the_same_moment_one_has_an_effect_and_all_get_its_answer(Database database) {
        add(database, "effects", 0);
        for (int round = 0; round < 10; round++) {
            String gesture = "press:" + round;
            Set<String> answers = ConcurrentHashMap.newKeySet();
            Crowd.of(
                    6,
                    twin -> answers.add(database.once(gesture, AT, tx -> {
                        tx.execute("UPDATE counter SET value = value + 1 WHERE name = 'effects'");
                        return "answered by " + twin;
                    })));
            assertThat(answers).hasSize(1);
        }
        assertThat(value(database, "effects")).isEqualTo(10);
    }

    @OnBothDatabases
    void a_twin_of_one_that_is_refused_gets_its_own_chance(Database database) {
        add(database, "effects", 0);
        Set<String> told = ConcurrentHashMap.newKeySet();
        Crowd.of(4, twin -> {
            try {
                told.add(database.once("press", AT, tx -> {
                    tx.execute("UPDATE counter SET value = value + 1 WHERE name = 'effects'");
                    if (twin < 2) {
                        throw new IllegalArgumentException("refused");
                    }
                    return "done";
                }));
            } catch (IllegalArgumentException e) {
                told.add("refused");
            }
        });
        assertThat(told).contains("done");
        assertThat(value(database, "effects")).isEqualTo(1);
    }
}
