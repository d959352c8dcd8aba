package dev.baton.scale;

import dev.baton.account.When;
import dev.baton.handbook.Span;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.List;

/**
 * The reminder that an engagement waits for an answer. It goes to the same queue as the card; a channel has no working hours,
 * so those of the region's manager count.
 */
record Waiting(String manager, Span span) {
    static final String WAITING = "scale.waiting";

    List<Owed> owed(Engagement engagement, List<String> queue, Instant now) {
        return queue.stream()
                .map(recipient -> new Owed(
                        engagement.subject() + ":" + WAITING + ":" + recipient,
                        WAITING,
                        engagement.subject(),
                        recipient,
                        When.nudge(manager, now, span)))
                .toList();
    }
}
