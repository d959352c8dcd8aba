package dev.baton.notice;

/** What is done with a notice when it is due. */
public enum Verb {
    /** A new message. Ambiguous when the answer is lost, so it is looked up before it is sent again. */
    POST,
    /** A posted message is brought up to date. Idempotent. */
    UPDATE
}
