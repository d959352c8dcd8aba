package dev.baton.sandbox;

import java.time.InstantSource;

/**
 * What a sandbox starts with.
 *
 * @param port where to listen; 0 takes any free port, and a taken one moves to the next
 * @param opening the workspace as it is at the start and after a reset
 * @param clock the business clock, which people may move
 * @param machine the machine clock: signatures, trigger ids, response urls, retries
 * @param signingSecret signs every call to the app
 * @param botToken the one token the Web API accepts
 */
public record SandboxOptions(
        int port, Workspace opening, SandboxClock clock, InstantSource machine, String signingSecret, String botToken) {
    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", opening=" + opening.name() + "]";
    }
}
