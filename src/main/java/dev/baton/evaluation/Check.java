package dev.baton.evaluation;

import java.util.Locale;

/** What the SA sees to when an opportunity leaves stage 3 (handbook 004:51). */
enum Check {
    REASONS("Stage 3 transition data, such as the win/loss reasons, are entered"),
    TIMELY("The stage was moved on in a timely manner"),
    POV("POV data and status in Salesforce are correct");

    private final String words;

    Check(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
