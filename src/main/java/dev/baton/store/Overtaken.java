package dev.baton.store;

/**
 * What this change began from has been changed by somebody else meanwhile. Thrown by stores whose conditional update met no
 * row; where changes run side by side, the change runs again from the state as it is then.
 */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what has moved on, by its id */
    public Overtaken(String what) {
        super(what + " was changed by somebody else just now");
    }
}
