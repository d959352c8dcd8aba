package dev.baton.handbook;

/** What an account qualifies for by its ARR and segment. */
public enum Qualification {
    CSM,
    SCALE_CSE,
    NONE,
    /** The ARR or the threshold is not known. A person decides; it never blocks a request. */
    UNKNOWN
}
