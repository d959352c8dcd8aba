package dev.baton.handbook;

import java.net.URI;

/**
 * A page the handbook points to.
 *
 * @param key its name in the file, by which topics refer to it
 * @param text what the link is called
 * @param address absolute
 * @param older written for an earlier process than the one in force, or replaced by a newer page
 */
public record Link(String key, String text, URI address, Access access, boolean older) {
    /** Who can open the page: everybody, or only members of the company. */
    public enum Access {
        PUBLIC,
        INTERNAL
    }

    /** The text, and what a reader should know before opening it: "Gemstones (older page)". */
    public String label() {
        boolean internal = access == Access.INTERNAL;
        if (!internal && !older) {
            return text;
        }
        return text + " (" + (internal ? "internal" : "") + (internal && older ? ", " : "")
                + (older ? "older page" : "") + ")";
    }
}
