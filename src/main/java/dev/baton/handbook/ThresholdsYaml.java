package dev.baton.handbook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts from which on something is offered. */
final class ThresholdsYaml {
    private static final Pattern DOLLARS = Pattern.compile("([0-9]{1,12})(k|M)?");

    private ThresholdsYaml() {}

    static Map<Segment, Thresholds> segments(LocatedYaml segments) {
        Map<Segment, Thresholds> found = new EnumMap<>(Segment.class);
        segments.entriesAmong("a segment", HandbookYaml.choices(List.of(Segment.values()), Segment::name))
                .forEach((segment, one) -> {
                    one.only("csm", "cse");
                    Thresholds both = new Thresholds(threshold(one.optional("csm")), threshold(one.optional("cse")));
                    boolean reversed = both.csm().cents().isPresent()
                            && both.cse().cents().orElse(-1)
                                    >= both.csm().cents().getAsLong();
                    if (reversed) {
                        one.optional("cse").problem("is not below csm, so that nobody would ever be sent to the pool");
                    }
                    found.put(segment, both);
                });
        return found;
    }

    /** Unknown if nothing stands there. */
    static Threshold threshold(LocatedYaml amount) {
        return amount.as("an amount of US dollars such as 100000 or 100k, or 'never'", ThresholdsYaml::threshold)
                .orElse(new Threshold.Unknown());
    }

    private static Optional<Threshold> threshold(String written) {
        if (written.equals("never")) {
            return Optional.of(new Threshold.Never());
        }
        Matcher match = DOLLARS.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(match.group(2)).orElse("");
        long factor = unit.equals("k") ? 1_000 : unit.equals("M") ? 1_000_000 : 1;
        long dollars = Long.parseLong(Optional.ofNullable(match.group(1)).orElse("0")) * factor;
        return dollars > 1_000_000_000_000L ? Optional.empty() : Optional.of(new Threshold.Dollars(dollars * 100));
    }
}
