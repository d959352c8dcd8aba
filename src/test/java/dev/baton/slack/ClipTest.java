package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClipTest {

    @Test
    void what_fits_stays_and_what_does_not_ends_in_an_ellipsis() {
        assertThat(Clip.plain("12345", 5)).isEqualTo("12345");
        assertThat(Clip.plain("123456", 5)).isEqualTo("1234…");
        assertThat(Clip.plain("", 5)).isEqualTo("–");
    }

    @Test
    void an_emoji_is_never_cut_in_two() {
        String party = "🎉".repeat(40);
        for (int limit = 2; limit < 80; limit++) {
            String cut = Clip.plain(party, limit);
            assertThat(cut).hasSizeLessThanOrEqualTo(limit);
            assertThat(cut.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                    .isTrue();
        }
    }

    @Test
    void a_link_a_mention_and_an_escaped_character_stay_whole_or_are_left_out() {
        assertThat(Clip.mrkdwn("see <https://example.com|the page> now", 20)).isEqualTo("see …");
        assertThat(Clip.mrkdwn("see <@U0SAM> and then some more", 16)).isEqualTo("see <@U0SAM> an…");
        assertThat(Clip.mrkdwn("R&amp;D is busy", 5)).isEqualTo("R…");
        assertThat(Clip.mrkdwn("R&amp;D is busy", 8)).isEqualTo("R&amp;D…");
    }

    @Test
    void markup_that_was_never_closed_does_not_eat_the_text() {
        assertThat(Clip.mrkdwn("a < b and so on and on", 10))
                .hasSizeLessThanOrEqualTo(10)
                .endsWith("…");
    }
}
