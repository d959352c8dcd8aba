package dev.baton.request;

/** Where a request stands. */
enum RequestState {
    /** With the manager. */
    ROUTED("waiting for an answer"),
    ASSIGNED("assigned"),
    DECLINED("declined"),
    REDIRECTED_CSE("redirected"),
    WITHDRAWN("withdrawn");

    private final String words;

    RequestState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Nobody has answered for good yet. */
    boolean open() {
        return this == ROUTED;
    }
}
