package dev.baton.people;

import java.time.Instant;
import java.util.Optional;

/**
 * A reminder that lies ahead.
 *
 * @param words mrkdwn, as it would be worded now
 * @param reader who reads it then in this person's place
 */
record Next(Instant at, String words, Optional<String> reader) {}
