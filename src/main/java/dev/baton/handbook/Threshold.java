package dev.baton.handbook;

import java.util.OptionalLong;

/** From which ARR on something is offered. */
public sealed interface Threshold {
    /** Whether an account with this ARR, in cents of US dollars, has reached it. Nobody reaches the unknown. */
    boolean reachedBy(long arrCents);

    /** False where the handbook is silent, so that a person has to decide. */
    default boolean known() {
        return true;
    }

    /** The amount in cents of US dollars, where there is one. */
    default OptionalLong cents() {
        return OptionalLong.empty();
    }

    /** Offered from this amount on, that amount included. */
    record Dollars(long inCents) implements Threshold {
        public Dollars {
            if (inCents < 0) {
                throw new IllegalArgumentException("a threshold below zero: " + inCents);
            }
        }

        @Override
        public boolean reachedBy(long arrCents) {
            return arrCents >= inCents;
        }

        @Override
        public OptionalLong cents() {
            return OptionalLong.of(inCents);
        }
    }

    /** Not offered at any amount. */
    record Never() implements Threshold {
        @Override
        public boolean reachedBy(long arrCents) {
            return false;
        }
    }

    /** The handbook names none. */
    record Unknown() implements Threshold {
        @Override
        public boolean reachedBy(long arrCents) {
            return false;
        }

        @Override
        public boolean known() {
            return false;
        }
    }
}
