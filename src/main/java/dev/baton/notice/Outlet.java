package dev.baton.notice;

import java.util.Optional;

/** The way out. The runner knows it by this interface alone; `slack.Courier` is the one that talks to Slack. */
public interface Outlet {

    /**
     * The channel in which this person is talked to alone. Idempotent; the runner keeps the answer.
     *
     * @throws Undelivered when it cannot be told now
     */
    String open(String person);

    /**
     * The timestamp under which Slack already has this notice, if any try of the same generation got through.
     *
     * @throws Undelivered when it cannot be told now
     */
    Optional<String> find(Try attempt);

    /** Sends or updates. Never throws for what Slack or the network does: that is the outcome. */
    Outcome perform(Try attempt, Message message);
}
