package dev.baton.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Days away that somebody entered, and who stands in.
 *
 * @param delegate whoever was asked to stand in
 * @param answer what the delegate said; empty without one
 */
public record Leave(long id, String person, TimeOff time, Optional<String> delegate, Optional<Answer> answer) {

    /** What somebody said who was asked to stand in. */
    public enum Answer {
        ASKED,
        ACCEPTED,
        DECLINED;

        static Answer of(String stored) {
            return Arrays.stream(values())
                    .filter(each -> each.stored().equals(stored))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no answer of a delegate: " + stored));
        }

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who reads what comes meanwhile. */
    public Optional<String> standIn() {
        return answer.equals(Optional.of(Answer.ACCEPTED)) ? delegate : Optional.empty();
    }
}
