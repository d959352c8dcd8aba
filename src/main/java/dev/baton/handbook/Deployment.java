package dev.baton.handbook;

import java.util.Optional;

/** How the customer runs the product. */
public enum Deployment {
    SELF_MANAGED("Self-Managed"),
    SAAS("SaaS"),
    DEDICATED("Dedicated");

    private final String label;

    Deployment(String label) {
        this.label = label;
    }

    public static Optional<Deployment> parse(String label) {
        String wanted = label.strip();
        for (Deployment one : values()) {
            if (one.label.equals(wanted)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    public String label() {
        return label;
    }
}
