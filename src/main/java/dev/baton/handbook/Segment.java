package dev.baton.handbook;

import java.util.Optional;

/** The sales segment of an account, by the number of employees of its whole family of companies. */
public enum Segment {
    ENTERPRISE("Enterprise"),
    MID_MARKET("Mid-Market"),
    SMB("SMB"),
    PUBSEC("Public Sector");

    private final String label;

    Segment(String label) {
        this.label = label;
    }

    public static Optional<Segment> parse(String label) {
        String wanted = label.strip();
        for (Segment one : values()) {
            if (one.label.equals(wanted)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    public String label() {
        return label;
    }

    /** Commercial: SAs are pooled here and are no fixed members of a team (handbook 002:28-35, 004:22, 004:90). */
    public boolean pooled() {
        return this == MID_MARKET || this == SMB;
    }
}
