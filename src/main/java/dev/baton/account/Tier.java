package dev.baton.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the customer subscribes to, the least first (handbook 004:106, 119). Older names are understood. */
public enum Tier {
    FREE("Free"),
    STARTER_BRONZE("Starter/Bronze"),
    PREMIUM("Premium"),
    ULTIMATE("Ultimate");

    private static final Map<String, Tier> SYNONYMS = Map.of(
            "core", FREE,
            "starter", STARTER_BRONZE,
            "bronze", STARTER_BRONZE,
            "silver", PREMIUM,
            "gold", ULTIMATE);

    private final String label;

    Tier(String label) {
        this.label = label;
    }

    /** The tier of that name, whatever the year it was called so: {@code Silver} is Premium. Case does not count. */
    public static Optional<Tier> parse(String written) {
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(tier -> tier.name().toLowerCase(Locale.ROOT).equals(wanted)
                        || tier.label.toLowerCase(Locale.ROOT).equals(wanted)
                        || tier == SYNONYMS.get(wanted))
                .findFirst();
    }

    public String label() {
        return label;
    }
}
