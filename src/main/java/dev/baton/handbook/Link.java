package dev.baton.handbook;

import java.net.URI;

/**
 * A page the handbook points to.
 *
 * @param key its name in the file, by which topics refer to it
 * @param text what the link is called
 * @param address absolute
 */
public record Link(String key, String text, URI address, Access access) {
    /** Who can open the page: everybody, or only members of the company. */
    public enum Access {
        PUBLIC,
        INTERNAL
    }
}
