package dev.baton.notice;

import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.MONA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.PersonStore;
import dev.baton.account.PreferenceStore;
import dev.baton.account.Preferences;
import dev.baton.account.TimeOff;
import dev.baton.account.When;
import dev.baton.account.WorkTime.QuietHours;
import dev.baton.handbook.Span;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody's zone, hours or days off change while something is owed to that person. It is Monday, 04:00 in New York and 18:00
 * in Tokyo; what has been waiting since is due on Tuesday at 09:00 in New York, on Wednesday at 09:00 in Tokyo.
 */
class RecountTest {
    private static final Instant TUESDAY = Instant.parse("2024-03-05T14:00:00Z");
    private static final Instant WEDNESDAY_IN_TOKYO = Instant.parse("2024-03-06T00:00:00Z");
    private static final Span A_DAY = new Span(1, Span.Unit.BUSINESS_DAYS);

    private final PreferenceStore preferences = new PreferenceStore();

    @OnBothDatabases
    void what_is_still_to_come_follows_its_reader(PostRoom room) {
        owed(room);
        assertThat(room.row("n").dueAt()).isEqualTo(TUESDAY);
        toTokyo(room);
        assertThat(room.row("n"))
                .extracting(PostRoom.Row::dueAt, PostRoom.Row::gen)
                .containsExactly(WEDNESDAY_IN_TOKYO, 1L);
        until(room, TUESDAY);
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        until(room, WEDNESDAY_IN_TOKYO);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1");
    }

    @OnBothDatabases
    void in_claim_it_is_not_said_any_more_and_said_once_at_its_new_time(PostRoom room) {
        owed(room);
        until(room, TUESDAY);
        NoticeRow claimed = room.claim().get(0);
        toTokyo(room);
        room.finish(claimed);
        room.run();
        assertThat(room.slack.posts()).isEmpty();
        until(room, WEDNESDAY_IN_TOKYO);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA nudge 1");
    }

    @OnBothDatabases
    void while_slack_takes_it_the_message_is_kept_true_and_it_is_said_at_its_new_time_too(PostRoom room) {
        owed(room);
        until(room, TUESDAY);
        room.slack.meanwhile(() -> toTokyo(room));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
        until(room, WEDNESDAY_IN_TOKYO);
        room.run();
        assertThat(room.slack.posts()).hasSize(2);
        room.change("request:1", 0);
        room.run();
        assertThat(room.slack.updates()).endsWith("DU0MAYA nudge settled", "DU0MAYA nudge settled");
    }

    @OnBothDatabases
    void while_a_try_is_unclear_it_stays_and_is_found_and_kept_true(PostRoom room) {
        owed(room);
        until(room, TUESDAY);
        room.slack.losesTheAnswer();
        room.run();
        toTokyo(room);
        room.pass(PostRoom.SETTLE.plusSeconds(1));
        room.run();
        room.change("request:1", 0);
        room.run();
        assertThat(room.slack.updates()).endsWith("DU0MAYA nudge settled");
        until(room, WEDNESDAY_IN_TOKYO);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void while_an_unclear_try_is_being_looked_for_it_stays_too(PostRoom room) {
        owed(room);
        until(room, TUESDAY);
        room.slack.losesTheAnswer();
        room.run();
        room.pass(PostRoom.SETTLE.plusSeconds(1));
        NoticeRow again = room.claim().get(0);
        toTokyo(room);
        room.finish(again);
        until(room, WEDNESDAY_IN_TOKYO);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void what_was_said_is_not_said_again(PostRoom room) {
        owed(room);
        until(room, TUESDAY);
        room.run();
        toTokyo(room);
        until(room, WEDNESDAY_IN_TOKYO);
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void other_quiet_hours_move_it_as_well(PostRoom room) {
        owed(room);
        QuietHours late = new QuietHours(LocalTime.of(20, 0), LocalTime.of(11, 0), LocalTime.of(11, 0));
        Preferences chosen = new Preferences(
                Optional.of(late), Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
        room.act(act -> {
            preferences.save(act, MAYA, chosen);
            room.notices.recount(act, MAYA);
        });
        assertThat(room.row("n").dueAt()).isEqualTo(TUESDAY.plus(Duration.ofHours(2)));
    }

    @OnBothDatabases
    void and_so_do_days_off_on_which_nobody_reads_it(PostRoom room) {
        owed(room);
        away(room, MONA);
        assertThat(room.row("n").dueAt()).isEqualTo(TUESDAY);
        away(room, MAYA);
        assertThat(room.row("n").dueAt()).isEqualTo(TUESDAY.plus(Duration.ofDays(1)));
    }

    private static void owed(PostRoom room) {
        When when = When.nudge(MAYA, room.business.instant(), A_DAY);
        room.act(act -> room.notices.owe(act, new Owed("n", "nudge", "request:1", MAYA, when)));
    }

    private static void toTokyo(PostRoom room) {
        room.act(act -> {
            new PersonStore().keepProfile(act.handle(), MAYA, Optional.of(ZoneId.of("Asia/Tokyo")), false);
            room.notices.recount(act, MAYA);
        });
    }

    /** On Tuesday. */
    private void away(PostRoom room, String person) {
        TimeOff tuesday = new TimeOff(LocalDate.parse("2024-03-05"), LocalDate.parse("2024-03-05"));
        room.act(act -> {
            preferences.add(act, person, tuesday, Optional.empty());
            room.notices.recount(act, person);
        });
    }

    private static void until(PostRoom room, Instant moment) {
        room.pass(Duration.between(room.business.instant(), moment));
    }
}
