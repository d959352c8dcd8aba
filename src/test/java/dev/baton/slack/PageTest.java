package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.block.LayoutBlock;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void parts_stand_in_the_order_of_their_ranks() {
        List<LayoutBlock> page = Page.fit(List.of(part(2, 1, 1, "b"), part(1, 1, 1, "a")), Page.MESSAGE);

        assertThat(words(page)).containsExactly("a0", "b0");
    }

    @Test
    void what_is_left_out_is_said() {
        List<LayoutBlock> page = Page.fit(List.of(part(1, 2, 2, "a"), part(2, 30, 1, "b")), 6);

        assertThat(words(page)).containsExactly("a0", "a1", "b0", "b1", "… 28 more");
    }

    @Test
    void a_part_that_makes_no_sense_in_what_room_there_is_gives_it_to_the_others() {
        List<LayoutBlock> page = Page.fit(List.of(part(1, 3, 3, "a"), part(2, 9, 9, "b"), part(3, 2, 1, "c")), 7);

        assertThat(words(page)).containsExactly("a0", "a1", "a2", "c0", "c1", "… 9 more");
    }

    @Test
    void any_parts_fit_into_any_room_and_every_block_is_shown_or_counted() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            int limit = 1 + random.nextInt(30);
            List<Part> parts = IntStream.range(0, random.nextInt(8))
                    .mapToObj(i -> {
                        int size = random.nextInt(20);
                        return part(random.nextInt(5), size, 1 + random.nextInt(Math.max(1, size)), "p" + i + "-");
                    })
                    .toList();
            List<String> words = words(Page.fit(parts, limit));
            int shown = (int) words.stream().filter(w -> !w.startsWith("…")).count();
            int counted = words.stream()
                    .filter(w -> w.startsWith("…"))
                    .mapToInt(w -> Integer.parseInt(w.split(" ", -1)[1]))
                    .sum();
            assertThat(words).as("round %d", round).hasSizeLessThanOrEqualTo(limit);
            assertThat(shown + counted)
                    .as("round %d", round)
                    .isEqualTo(parts.stream().mapToInt(p -> p.blocks().size()).sum());
        }
    }

    @Test
    void a_part_cannot_need_more_than_it_has() {
        assertThatThrownBy(() -> new Part(1, Collections.nCopies(2, Blocks.divider()), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Part part(int rank, int size, int least, String name) {
        return new Part(
                rank,
                IntStream.range(0, size).mapToObj(i -> Blocks.text(name + i)).toList(),
                least);
    }

    private static List<String> words(List<LayoutBlock> page) {
        return page.stream()
                .map(block -> Blocks.json(List.of(block)).replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
