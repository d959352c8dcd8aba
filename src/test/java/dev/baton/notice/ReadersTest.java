package dev.baton.notice;

import static dev.baton.notice.PostRoom.MAYA;
import static dev.baton.notice.PostRoom.OTTO;
import static dev.baton.notice.PostRoom.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Anchor;
import dev.baton.account.Leave;
import dev.baton.account.Leave.Answer;
import dev.baton.account.PreferenceStore;
import dev.baton.account.TimeOff;
import dev.baton.account.When;
import dev.baton.handbook.Span;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** What comes for somebody on time off is read by whoever stands in, wherever a try of it ended. Mona is Maya's backup. */
class ReadersTest {
    private static final LocalDate TODAY = LocalDate.parse("2024-03-04");
    private static final Span A_DAY = new Span(1, Span.Unit.BUSINESS_DAYS);

    private final PreferenceStore preferences = new PreferenceStore();

    @OnBothDatabases
    void the_stand_in_reads_it_and_it_is_kept_true_there_also_when_the_leave_is_over(PostRoom room) {
        away(room, MAYA, 1, Optional.empty());
        String key = room.owe("card", "request:1", MAYA);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MONA card 1 read by U0MONA");
        assertThat(room.row(key).recipient()).isEqualTo(MAYA);
        room.pass(Duration.ofDays(2));
        room.change("request:1", 2);
        room.run();
        assertThat(room.slack.updates()).containsExactly("DU0MONA card 2 read by U0MONA");
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void a_delegate_reads_only_after_accepting(PostRoom room) {
        long leave = away(room, MAYA, 1, Optional.of(OTTO));
        room.owe("card", "request:1", MAYA);
        room.run();
        room.act(act -> preferences.answer(act, leave, Answer.ACCEPTED));
        room.owe("card", "request:2", MAYA);
        room.run();
        assertThat(room.slack.posts())
                .containsExactly("DU0MONA card 1 read by U0MONA", "DU0OTTO card 1 read by U0OTTO");
    }

    @OnBothDatabases
    void an_unclear_try_is_looked_for_where_it_went_although_she_is_back(PostRoom room) {
        away(room, MAYA, 1, Optional.empty());
        room.owe("card", "request:1", MAYA);
        room.slack.losesTheAnswer();
        room.run();
        room.pass(Duration.ofDays(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MONA card 1 read by U0MONA");
        assertThat(room.count("sent")).isPositive();
    }

    @OnBothDatabases
    void what_did_not_get_through_goes_to_whoever_is_there_then(PostRoom room) {
        away(room, MAYA, 1, Optional.empty());
        room.owe("card", "request:1", MAYA);
        room.slack.answers(new Outcome.Retry(Duration.ofMinutes(1), "ratelimited"));
        room.run();
        room.pass(Duration.ofDays(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA card 1");
    }

    @OnBothDatabases
    void an_unclear_try_that_never_came_through_goes_to_whoever_is_there_then(PostRoom room) {
        away(room, MAYA, 1, Optional.empty());
        room.owe("card", "request:1", MAYA);
        room.slack.answers(new Outcome.Unknown("timeout"));
        room.run();
        room.pass(Duration.ofDays(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA card 1");
    }

    @OnBothDatabases
    void owed_anew_it_is_hers_again(PostRoom room) {
        away(room, MAYA, 1, Optional.empty());
        room.owe("reminder", "request:1", MAYA, room.acts.now());
        room.run();
        room.pass(Duration.ofDays(1));
        room.owe("reminder", "request:1", MAYA, room.acts.now().plusSeconds(60));
        room.pass(Duration.ofMinutes(2));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MONA reminder 1 read by U0MONA", "DU0MAYA reminder 1");
    }

    @OnBothDatabases
    void a_change_while_it_is_being_addressed_makes_the_claim_void(PostRoom room) {
        away(room, MAYA, 1, Optional.empty());
        room.owe("reminder", "request:1", MAYA, room.acts.now());
        NoticeRow claimed = room.claim().get(0);
        room.owe("reminder", "request:1", MAYA, room.acts.now().plus(Duration.ofHours(3)));
        room.finish(claimed);
        assertThat(room.slack.posts()).isEmpty();
        room.pass(Duration.ofHours(4));
        room.run();
        assertThat(room.slack.posts()).hasSize(1);
    }

    @OnBothDatabases
    void what_concerns_her_alone_stays_hers(PostRoom room) {
        away(room, MAYA, 1, Optional.empty());
        room.owe("receipt", "request:1", MAYA);
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0MAYA receipt 1");
    }

    @OnBothDatabases
    void before_a_meeting_of_somebody_away_whom_nobody_stands_in_for_the_manager_hears_of_it_too(PostRoom room) {
        room.answerable(MAYA);
        away(room, SAM, 3, Optional.empty());
        room.act(act -> room.notices.owe(
                act,
                new Owed(
                        "meeting:1:before",
                        "card",
                        "meeting:1",
                        SAM,
                        When.before(SAM, Anchor.at(room.acts.now().plus(Duration.ofDays(1))), A_DAY))));
        room.run();
        assertThat(room.slack.posts()).containsExactlyInAnyOrder("DU0SAM card 1", "DU0MAYA card 1 instead of U0SAM");
        room.owe("card", "request:2", SAM);
        room.run();
        assertThat(room.slack.posts()).as("that comes before nothing").hasSize(3);
    }

    @OnBothDatabases
    void before_a_meeting_of_somebody_who_is_there_the_manager_hears_nothing(PostRoom room) {
        room.answerable(MAYA);
        room.act(act -> room.notices.owe(
                act,
                new Owed(
                        "meeting:1:before",
                        "card",
                        "meeting:1",
                        SAM,
                        When.before(SAM, Anchor.at(room.acts.now().plus(Duration.ofDays(1))), A_DAY))));
        room.pass(Duration.ofDays(1));
        room.run();
        assertThat(room.slack.posts()).containsExactly("DU0SAM card 1");
    }

    private long away(PostRoom room, String person, int days, Optional<String> delegate) {
        long[] id = new long[1];
        room.act(act -> {
            Leave leave = preferences.add(act, person, new TimeOff(TODAY, TODAY.plusDays(days - 1)), delegate);
            id[0] = leave.id();
        });
        return id[0];
    }
}
