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
 * @param appToken the one token that opens sockets; empty where the app has none
 */
public record SandboxOptions(
        int port,
        Workspace opening,
        SandboxClock clock,
        InstantSource machine,
        String signingSecret,
        String botToken,
        String appToken) {

    /** An app that is called over HTTP and has no other way. */
    public SandboxOptions(
            int port,
            Workspace opening,
            SandboxClock clock,
            InstantSource machine,
            String signingSecret,
            String botToken) {
        this(port, opening, clock, machine, signingSecret, botToken, "");
    }

    /** The same, and with this token the app may open sockets. */
    public SandboxOptions withAppToken(String token) {
        return new SandboxOptions(port, opening, clock, machine, signingSecret, botToken, token);
    }

    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", opening=" + opening.name() + "]";
    }
}
