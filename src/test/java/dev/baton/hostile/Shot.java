package dev.baton.hostile;

/** A whole HTTP request as it goes over the wire. */
final class Shot {
    private final byte[] bytes;
    private final boolean mayPass;
    private final String what;

    /**
     * Keeps the bytes as they are.
     *
     * @param mayPass whether the signature is true, so that somebody looks into the body; otherwise the answer is 401 or 413
     */
    Shot(byte[] bytes, boolean mayPass, String what) {
        this.bytes = bytes;
        this.mayPass = mayPass;
        this.what = what;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean mayPass() {
        return mayPass;
    }

    String what() {
        return what;
    }
}
