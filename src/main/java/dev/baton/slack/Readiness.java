package dev.baton.slack;

import java.util.Optional;

/** Whether Baton can do its work now. What is not ready says why, in words for the person who runs it. */
@FunctionalInterface
public interface Readiness {
    /** The reason why not, or empty when ready. */
    Optional<String> notReady();
}
