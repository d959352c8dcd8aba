package dev.baton.scale;

import static dev.baton.scale.Bench.KESTREL;
import static dev.baton.scale.Bench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Account;
import dev.baton.account.Refusal;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.account.SalesforceId;
import dev.baton.store.Crowd;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Who may ask the pool, who may answer, and what each step leaves behind. */
class ScaleDeskTest {
    private static final String ADA = "U0ADA";
    private static final String SAM = "U0SAM";
    private static final String PABLO = "U0PABLO";
    private static final String REMY = "U0REMY";
    private static final String MAYA = "U0MAYA";
    private static final String MONA = "U0MONA";
    private static final String MILO = "U0MILO";
    private static final String OTTO = "U0OTTO";
    private static final String CORA = "U0CORA";
    private static final String CLEO = "U0CLEO";

    @OnBothDatabases
    void what_the_owner_asks_is_kept_as_it_was_typed_and_told_to_the_queue(Bench bench) {
        assertThat(bench.file(ADA)).isEqualTo("1");
        Engagement kept = bench.engagement(1);
        assertThat(kept.need()).isEqualTo(Bench.NEED);
        assertThat(kept.state()).isEqualTo(EngagementState.SUBMITTED);
        assertThat(kept.owner()).isEqualTo(ADA);
        assertThat(bench.owed())
                .containsExactly("scale.queue to C0CSE", "scale.receipt to U0ADA", "scale.waiting to C0CSE");
        assertThat(bench.events()).containsExactly("scale.submitted");
    }

    @OnBothDatabases
    void a_repeated_gesture_asks_once(Bench bench) {
        assertThat(bench.desk.file(ADA, "view:1", KESTREL, Bench.NEED)).isEqualTo("1");
        assertThat(bench.desk.file(ADA, "view:1", KESTREL, Bench.NEED)).isEqualTo("1");
        assertThat(bench.events()).containsExactly("scale.submitted");
    }

    @OnBothDatabases
    void one_engagement_at_a_time_whoever_is_faster(Bench bench) {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Crowd.of(6, number -> {
            try {
                bench.desk.file(ADA, "view:" + number, KESTREL, Bench.NEED);
                taken.incrementAndGet();
            } catch (Refusal refusal) {
                refused.incrementAndGet();
            }
        });
        assertThat(taken).hasValue(1);
        assertThat(refused).hasValue(5);
        assertThat(bench.refusedTo(ADA))
                .isEqualTo("CSE-1 is open for this account: in the queue. One at a time;" + " nothing more is needed.");
    }

    @OnBothDatabases
    void sam_is_refused_and_ada_hears_of_it_once_a_day(Bench bench) {
        assertThat(bench.refusedTo(SAM))
                .isEqualTo("The account owner files it: Ada. I have told Ada that you suggest it.");
        assertThat(bench.refusedTo(PABLO))
                .isEqualTo("The account owner files it: Ada. Ada has heard of it today already.");
        assertThat(bench.owed()).containsExactly("scale.nudge to U0ADA");
        bench.pass(Duration.ofDays(1));
        assertThat(bench.refusedTo(SAM)).contains("I have told Ada");
        assertThat(bench.owed()).containsExactly("scale.nudge to U0ADA", "scale.nudge to U0ADA");
    }

    @OnBothDatabases
    void a_manager_too_may_only_suggest(Bench bench) {
        assertThat(bench.refusedTo(MAYA)).contains("I have told Ada that you suggest it.");
        assertThat(refused(() -> bench.file(MAYA)))
                .isEqualTo("You cannot ask the Scale CSE pool here. Who may: the account team as SAE or AE or SMB"
                        + " Customer Advocate.");
    }

    @OnBothDatabases
    void whoever_has_nothing_to_do_with_the_account_learns_whose_it_is_and_nobody_is_told(Bench bench) {
        assertThat(bench.refusedTo(REMY)).isEqualTo("The account owner files it: Ada.");
        assertThat(bench.refusedTo("U0NOBODY"))
                .startsWith("I do not know you yet")
                .contains("Otto");
        assertThat(bench.owed()).isEmpty();
    }

    @OnBothDatabases
    void without_an_owner_sam_reads_who_is_missing_and_a_redirecting_manager_is_told(Bench bench) {
        SalesforceId loner = bench.unowned();
        assertThat(refused(() -> bench.desk.ask(SAM, bench.gesture(), loner)))
                .isEqualTo("The account owner files it, and nobody on this account's team is one yet (SAE, AE or SMB"
                        + " Customer Advocate).");
        assertThat(bench.owed()).isEmpty();
        bench.acts.own("test", act -> {
            bench.suggestions.redirected(act, loner, MAYA);
            return true;
        });
        assertThat(bench.owed()).containsExactly("scale.nudge to U0MAYA");
    }

    @OnBothDatabases
    void an_account_with_a_csm_is_sent_there_and_nobody_is_nudged(Bench bench) {
        bench.kestrel(account -> account.withCsm(CLEO));
        assertThat(bench.refusedTo(ADA)).isEqualTo("Cleo is the CSM of Kestrel Robotics: contact Cleo directly.");
        assertThat(bench.refusedTo(SAM)).contains("contact Cleo directly");
        assertThat(refused(() -> bench.file(ADA))).contains("contact Cleo directly");
        assertThat(bench.owed()).isEmpty();
    }

    @OnBothDatabases
    void below_the_minimum_ada_reads_the_figures_and_sam_does_not(Bench bench) {
        bench.kestrel(account -> account.withCsm(Account.SCALE));
        bench.worth(22_000);
        assertThat(bench.refusedTo(ADA))
                .isEqualTo("Kestrel Robotics has $22k ARR, and the Scale CSE pool can be asked from $30k on (sample"
                        + " figures). With questions ask Maya, the CSM Manager of the region.");
        assertThat(bench.refusedTo(SAM)).doesNotContain("22k").contains("ask Maya");
    }

    @OnBothDatabases
    void the_pool_the_regions_managers_and_the_administrator_answer_and_milo_is_told_who(Bench bench) {
        bench.file(ADA);
        assertThat(refused(() -> bench.desk.accept(MILO, bench.gesture(), 1)))
                .contains("Maya (CSM Manager), Mona (backup), Otto (administrator)");
        bench.desk.decline(MONA, bench.gesture(), 1, "Too early.");
        bench.file(ADA);
        bench.desk.accept(OTTO, bench.gesture(), 2);
        bench.desk.finish(MAYA, bench.gesture(), 2);
        assertThat(bench.engagement(1).answer()).hasValue("Too early.");
        assertThat(bench.engagement(2).state()).isEqualTo(EngagementState.DONE);
        assertThat(bench.events())
                .containsExactly(
                        "scale.done", "scale.accepted", "scale.submitted", "scale.declined", "scale.submitted");
    }

    @OnBothDatabases
    void a_press_that_comes_too_late_says_how_it_stands_and_changes_nothing(Bench bench) {
        bench.file(ADA);
        assertThat(refused(() -> bench.desk.finish(CORA, bench.gesture(), 1)))
                .isEqualTo("CSE-1 is in the queue. Nothing was changed.");
        bench.desk.accept(CORA, bench.gesture(), 1);
        assertThat(refused(() -> bench.desk.accept(MAYA, bench.gesture(), 1)))
                .isEqualTo("CSE-1 is accepted by Cora. Nothing was changed.");
        assertThat(refused(() -> bench.desk.declining(MAYA, 1))).contains("accepted by Cora");
        assertThat(bench.engagement(1).answeredAt()).hasValue(Instant.parse("2024-03-04T15:00:00Z"));
    }

    @OnBothDatabases
    void of_many_who_accept_in_the_same_second_one_has_it(Bench bench) {
        bench.file(ADA);
        AtomicInteger taken = new AtomicInteger();
        Crowd.of(6, number -> {
            try {
                bench.desk.accept(number % 2 == 0 ? CORA : MAYA, "action:" + number, 1);
                taken.incrementAndGet();
            } catch (Refusal refusal) {
                assertThat(refusal.words()).containsAnyOf("accepted by", "changed by somebody else");
            }
        });
        assertThat(taken).hasValue(1);
        assertThat(bench.owed())
                .filteredOn(each -> each.startsWith("scale.brief"))
                .hasSize(1);
    }

    @OnBothDatabases
    void without_a_channel_the_people_of_the_pool_get_the_card(Bench bench) {
        Roster cast = RosterYaml.cast();
        Roster without =
                new Roster(cast.regions(), cast.defaultManager(), Optional.empty(), cast.people(), cast.fingerprint());
        bench.deskFor(without).file(ADA, bench.gesture(), KESTREL, Bench.NEED);
        assertThat(bench.owed()).contains("scale.queue to U0CORA").doesNotContain("scale.queue to C0CSE");
    }
}
