package dev.baton.hostile;

/**
 * A whole HTTP request as it goes over the wire.
 *
 * @param mayPass whether the signature is true, so that somebody looks into the body; otherwise the answer is 401 or 413
 */
record Shot(byte[] bytes, boolean mayPass, String what) {}
