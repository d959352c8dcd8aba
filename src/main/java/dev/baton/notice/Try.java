package dev.baton.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to deliver one notice.
 *
 * @param key what the notice is about, by ids and never by names: other apps in a channel can read it
 * @param gen the generation of the notice; a try belongs to its generation
 * @param tryId unique to this attempt; travels in the message's metadata with the key and the generation
 * @param channel where: a channel's id, or that of the direct message with the recipient
 * @param thread the thread's root, when it is a reply
 * @param ts the posted message, when it is to be updated
 * @param firstTry the business instant at which this generation was first tried; a look-up begins a little before it
 * @param laterToo whether a message of a later generation is this one as well: it was owed in a database that was restored
 *     from a backup since, and what happened to it after the backup is known to Slack alone
 */
public record Try(
        String key,
        long gen,
        String tryId,
        Verb verb,
        String channel,
        Optional<String> thread,
        Optional<String> ts,
        Instant firstTry,
        boolean laterToo) {

    /** One of whose generation everything is known. */
    public Try(
            String key,
            long gen,
            String tryId,
            Verb verb,
            String channel,
            Optional<String> thread,
            Optional<String> ts,
            Instant firstTry) {
        this(key, gen, tryId, verb, channel, thread, ts, firstTry, false);
    }
}
