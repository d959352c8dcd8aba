package dev.baton.operations;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that did not get through.
 *
 * @param seen which one, as it was seen
 * @param what its words; empty when there is nothing to say any more
 * @param change it is not a new message but the change of one that stands
 * @param ofAccount it is about an account, which says who may read it
 * @param dead given up; else it is tried again by itself
 */
record Trouble(
        Seen seen,
        Optional<String> what,
        boolean change,
        boolean ofAccount,
        String recipient,
        boolean dead,
        Instant since,
        long attempts,
        String why) {

    /** Where there is something to say, and somebody who may read it. */
    boolean canBeHandedOver() {
        return !change && ofAccount && what.isPresent();
    }

    boolean toPerson() {
        return recipient.startsWith("U") || recipient.startsWith("W");
    }

    /**
     * A row and its generation: what somebody acts upon must be what that person saw.
     *
     * @param page the page of the list on which it stood
     */
    record Seen(long id, long gen, int page) {
        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9]{1,18}):([0-9]{1,6})");

        static Optional<Seen> parse(String written) {
            Matcher parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(new Seen(
                            Long.parseLong(parts.group(1)),
                            Long.parseLong(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return id + ":" + gen + ":" + page;
        }
    }
}
