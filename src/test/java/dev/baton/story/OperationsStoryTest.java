package dev.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Eventually;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.store.OnBothDatabases;
import java.time.Duration;
import java.util.List;

/** Something cannot be delivered; whoever runs Baton hears of it, and decides. */
class OperationsStoryTest {
    private static final String SAM = "U0SAM";
    private static final String SOL = "U0SOL";
    private static final String ADA = "U0ADA";
    private static final String MAYA = "U0MAYA";
    private static final String OTTO = "U0OTTO";

    @OnBothDatabases
    void otto_hears_of_it_once_looks_and_has_it_tried_again(Asked story) {
        declinedIntoTheVoid(story);
        Posted alert = alerted(story, "1 message could not be delivered.");

        Modal list = alert.press("Show them");
        assertThat(list.title()).isEqualTo("How Baton does");
        assertThat(list.text())
                .contains("takes writes", "knows Baton's token", "goes on")
                .contains("*1 message did not get through*", "*To Sam*", "Maya declined REQ-1 (Northwind Bank)")
                .contains("Given up: Slack does not know the channel, or Baton is not in it.");
        assertThat(list.buttons()).containsExactly("Retry", "Hand over", "Set aside");

        list.press("Retry");
        list.until("Everything got through.");
        story.as(SAM).dm("Maya declined REQ-1");
        alert.until("has been taken care of");
        assertThat(alert.again().buttons()).isEmpty();
        assertThat(history(story)).contains("Otto had a message to Sam tried again");
        assertThat(story.as(OTTO).dms().stream().filter(each -> each.says("delivered")))
                .hasSize(1);
    }

    @OnBothDatabases
    void handed_over_it_goes_to_somebody_concerned_and_to_sam_no_more(Asked story) {
        declinedIntoTheVoid(story);
        Modal list = story.as(OTTO).command("/baton admin");
        list.press("Hand over");
        Modal toWhom = story.as(OTTO).modal();
        assertThat(toWhom.text()).contains("in place of Sam");
        assertThat(toWhom.submitWrong()).containsOnlyKeys("To whom");
        toWhom.fill("To whom", SAM);
        assertThat(toWhom.submitWrong().get("To whom")).contains("who could not be reached");
        toWhom.fill("To whom", ADA);
        assertThat(toWhom.submitWrong().get("To whom")).contains("Ada is not concerned with this account");

        toWhom.fill("To whom", SOL).submit();

        Posted told = story.as(SOL).dm("Maya declined REQ-1");
        assertThat(told.says("The amount looks wrong.")).isTrue();
        list.until("Everything got through.");
        story.slack.world().untilAllIsSaid();
        assertThat(story.as(SAM).dms()).noneMatch(each -> each.says("Maya declined REQ-1"));
        assertThat(history(story)).contains("Otto handed a message over, from Sam to Sol");
    }

    @OnBothDatabases
    void what_is_set_aside_is_told_to_nobody(Asked story) {
        declinedIntoTheVoid(story);
        Modal list = story.as(OTTO).command("/baton admin");
        list.press("Set aside");
        list.until("Everything got through.");
        story.slack.world().untilAllIsSaid();
        assertThat(story.as(SAM).dms()).noneMatch(each -> each.says("Maya declined REQ-1"));
    }

    @OnBothDatabases
    void what_goes_wrong_in_the_same_hour_is_told_once_and_counted(Asked story) {
        declinedIntoTheVoid(story);
        Posted alert = alerted(story, "1 message could not be delivered.");
        asksAgainIntoTheVoid(story);
        alert.until("2 messages could not be delivered.");
        assertThat(alerts(story)).hasSize(1);
        story.slack.clock().moveTo(story.slack.clock().instant().plus(Duration.ofMinutes(61)));
        Eventually.that("another hour, another alert", () -> alerts(story).size() == 2);
    }

    @OnBothDatabases
    void nobody_but_an_administrator_sees_any_of_it(Asked story) {
        for (String person : List.of(SAM, MAYA)) {
            assertThat(story.as(person).answerTo("/baton admin"))
                    .isEqualTo("You cannot see how Baton does here. Who may: Otto (administrator).");
        }
    }

    /** Maya says no, and Slack will not have it. */
    private static void declinedIntoTheVoid(Asked story) {
        story.slack.world().untilAllIsSaid();
        refuseNextMessage(story);
        story.card.press("Decline").fill("Reason", "The amount looks wrong.").submit();
        story.card.until("Declined by Maya");
        story.slack.world().untilAllIsSaid();
    }

    private static void asksAgainIntoTheVoid(Asked story) {
        Modal form = story.as(SAM).command("/request-csm Northwind Bank");
        form.submit();
        Posted card = story.as(MAYA).dm("REQ-2");
        story.slack.world().untilAllIsSaid();
        refuseNextMessage(story);
        card.press("Decline").fill("Reason", "Still wrong.").submit();
        story.slack.world().untilAllIsSaid();
    }

    private static void refuseNextMessage(Asked story) {
        story.slack.world().sandbox().faults().next("chat.postMessage", 1, Fault.refused("channel_not_found"));
    }

    private static Posted alerted(Asked story, String words) {
        story.slack.clock().moveTo(story.slack.clock().instant().plus(Duration.ofSeconds(61)));
        return story.as(OTTO).dm(words);
    }

    private static List<Posted> alerts(Asked story) {
        return story.as(OTTO).dms().stream()
                .filter(each -> each.says("could not be delivered"))
                .toList();
    }

    private static String history(Asked story) {
        Modal card = story.as(MAYA).command("/account Northwind Bank");
        return card.text();
    }
}
