package dev.baton.handbook;

/**
 * One reason to ask early that the handbook accepts.
 *
 * @param box what a requester ticks: "A POV was completed"; at most 75 characters, as Slack wants it
 * @param accepted why the gate opened, as the manager reads it: a clause without a full stop
 * @param source where it stands: "handbook 001:46-48"
 */
public record EarlyReason(GateReason code, String box, String accepted, String source) {}
