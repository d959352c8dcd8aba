package dev.baton.account;

import java.time.LocalDate;
import java.util.Optional;

/** Days on which a person is away, the first and the last included, in that person's own zone. */
public record TimeOff(LocalDate first, LocalDate last) {
    /**
     * Whole days.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public TimeOff {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("time off that ends before it begins: " + first + ".." + last);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The days of both. */
    public Optional<TimeOff> meeting(TimeOff other) {
        LocalDate later = first.isAfter(other.first) ? first : other.first;
        LocalDate sooner = last.isBefore(other.last) ? last : other.last;
        return later.isAfter(sooner) ? Optional.empty() : Optional.of(new TimeOff(later, sooner));
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }
}
