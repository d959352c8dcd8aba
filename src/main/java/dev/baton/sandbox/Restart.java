package dev.baton.sandbox;

/** How an app that has data of its own starts over together with the workspace. */
@FunctionalInterface
public interface Restart {
    /**
     * Ends the app, empties the workspace, and begins the app anew, in this order: what the old one still says is said in the
     * old workspace, and the new one finds it as it opens.
     *
     * @param emptying brings the workspace's opening state back; to be run once, while no app is there
     */
    void around(Runnable emptying);
}
