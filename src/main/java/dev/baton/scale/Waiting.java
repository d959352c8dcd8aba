package dev.baton.scale;

import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.account.WorkTime;
import dev.baton.handbook.Span;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The reminder that an engagement waits for an answer. It goes to the same queue as the card; a channel has no working hours,
 * so those of the region's manager count.
 */
record Waiting(Person manager, Roster roster, Span span) {
    static final String WAITING = "scale.waiting";

    List<Owed> owed(Engagement engagement, List<String> queue, Instant now) {
        WorkTime time = WorkTime.of(manager, roster);
        Owed.Rule rule = new Owed.Rule(
                "nudge",
                Optional.of(LocalDateTime.ofInstant(now, time.zone())),
                Optional.of(span.toString()),
                Optional.of(manager.slackId()));
        return queue.stream()
                .map(recipient -> new Owed(
                        engagement.subject() + ":" + WAITING + ":" + recipient,
                        WAITING,
                        engagement.subject(),
                        recipient,
                        rule,
                        time.nudge(now, span)))
                .toList();
    }
}
