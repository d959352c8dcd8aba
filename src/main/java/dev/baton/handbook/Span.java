package dev.baton.handbook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as a handbook states it: "2 business days", "4 hours", "14 days". What it comes to depends on whose days they are. */
public record Span(int amount, Unit unit) {
    /** How a span is counted. */
    public enum Unit {
        /** Elapsed hours, nights and holidays included. */
        HOURS("hour"),
        /** Calendar days. */
        DAYS("day"),
        /** Days on which the person concerned works. */
        BUSINESS_DAYS("business day");

        private final String one;

        Unit(String one) {
            this.one = one;
        }
    }

    /** For messages about something that is not a span. */
    public static final String EXAMPLES = "a span such as '2 business days' or '4 hours'";

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,3}) +(business +)?(hour|day)s?");

    public Span {
        if (amount < 1) {
            throw new IllegalArgumentException("a span is at least one " + unit.one + ", not " + amount);
        }
    }

    /** Empty if the words are no span. Amounts reach from 1 to 9999; there are no business hours. */
    public static Optional<Span> parse(String words) {
        Matcher match = WRITTEN.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean business = match.group(2) != null;
        boolean hours = match.group(3).equals("hour");
        if (business && hours) {
            return Optional.empty();
        }
        Unit unit = hours ? Unit.HOURS : business ? Unit.BUSINESS_DAYS : Unit.DAYS;
        return Optional.of(new Span(Integer.parseInt(match.group(1)), unit));
    }

    @Override
    public String toString() {
        return amount + " " + unit.one + (amount == 1 ? "" : "s");
    }
}
