package dev.baton.proof;

import java.util.concurrent.ThreadLocalRandom;

/** Which of its two forms the proof takes: the short one of every build, or the long one with {@code -Dbaton.proof=long}. */
public final class Proof {
    public static final boolean LONG = "long".equals(System.getProperty("baton.proof"));

    private Proof() {}

    public static int times(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }

    /**
     * Where random numbers begin: always the same in the short form, so that a build never fails by chance; new in the long
     * one. {@code -Dbaton.seed=N} plays one again.
     */
    public static long seed() {
        return Long.getLong("baton.seed", LONG ? ThreadLocalRandom.current().nextLong() : 4711);
    }
}
