package dev.baton.notice;

import java.time.Duration;

/** How a try ended. */
public sealed interface Outcome {

    /** Slack has it, under this timestamp. */
    record Sent(String ts) implements Outcome {}

    /** A definite no: nothing was accepted. Try again after this long, by the machine's clock. */
    record Retry(Duration after, String why) implements Outcome {}

    /** Slack may or may not have it. Wait past the call's timeout, look, and only then send again. */
    record Unknown(String why) implements Outcome {}

    /** It will never work for this recipient. */
    record Dead(String why) implements Outcome {}

    /** The message to be changed stands no longer, so there is nothing to change; nobody has missed anything. */
    record Gone(String why) implements Outcome {}

    /** Nothing works for the whole workspace. Keep everything and go on when it works again. */
    record Pause(String why) implements Outcome {}
}
