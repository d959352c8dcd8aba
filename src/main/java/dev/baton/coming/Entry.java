package dev.baton.coming;

import java.util.Optional;

/**
 * One reminder in a message that stands for several.
 *
 * @param words in mrkdwn
 * @param tools empty once it is settled
 */
record Entry(String words, Optional<Tools> tools) {}
