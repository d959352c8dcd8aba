package dev.baton.account;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of US dollars, zero or more, exact to the cent. */
public record Money(long cents) implements Comparable<Money> {
    /** One trillion dollars. More is a slip of the keyboard, and sums of less cannot overflow. */
    public static final Money MOST = new Money(100_000_000_000_000L);

    private static final int LONGEST_TYPED = 40;
    private static final Pattern TYPED = Pattern.compile(
            "(?:(?:US)?\\$|USD)? *" + "(?<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+)"
                    + "(?:\\.(?<part>[0-9]+))?" + " *(?<unit>K|M|B|THOUSAND|MILLION|BILLION)?" + " *(?:USD|\\$)?");

    /**
     * An amount in cents.
     *
     * @throws IllegalArgumentException below zero: no amount Baton deals with is owed backwards
     */
    public Money {
        if (cents < 0) {
            throw new IllegalArgumentException("an amount below zero: " + cents + " cents");
        }
    }

    /**
     * An amount of whole dollars.
     *
     * @throws ArithmeticException beyond what cents in a {@code long} can hold
     */
    public static Money dollars(long dollars) {
        return new Money(Math.multiplyExact(dollars, 100));
    }

    /**
     * Reads an amount as people write it: {@code 250000}, {@code $250k}, {@code 1.2M}, {@code 1,200,000}, {@code USD 1.2
     * m}. Empty for everything that could mean two things, because a wrong amount routes an account wrongly and nobody
     * notices: {@code 1,2}, {@code 1.200}, {@code 1,200k} are read one way on one side of the Atlantic and another way on
     * the other.
     */
    public static Optional<Money> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        Matcher match = TYPED.matcher(typed.replace('\u00a0', ' ').strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        String whole = match.group("whole");
        String part = match.group("part");
        String unit = match.group("unit");
        boolean grouped = whole.contains(",") || whole.contains(" ");
        if (unit == null ? part != null && part.length() > 2 : grouped) {
            return Optional.empty();
        }
        String digits = whole.replaceAll("[, ]", "") + (part == null ? "" : "." + part);
        return exact(new BigDecimal(digits).multiply(size(unit == null ? "" : unit)));
    }

    private static BigDecimal size(String unit) {
        return BigDecimal.valueOf(
                switch (unit) {
                    case "K", "THOUSAND" -> 1_000L;
                    case "M", "MILLION" -> 1_000_000L;
                    case "B", "BILLION" -> 1_000_000_000L;
                    default -> 1L;
                });
    }

    private static Optional<Money> exact(BigDecimal dollars) {
        BigDecimal cents = dollars.movePointRight(2).stripTrailingZeros();
        BigInteger most = BigInteger.valueOf(MOST.cents);
        if (cents.scale() > 0 || cents.toBigInteger().compareTo(most) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Money(cents.longValueExact()));
    }

    /**
     * The sum of both.
     *
     * @throws ArithmeticException beyond what cents in a {@code long} can hold
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** As short as it can be said without rounding: $1.2M, $420k, but $1,234,567. {@link #parse} reads it back. */
    @Override
    public String toString() {
        long dollars = cents / 100;
        if (cents % 100 != 0 || dollars < 1_000) {
            return full();
        }
        if (dollars < 1_000_000) {
            return shortly(dollars, 1_000, 100, "k");
        }
        return dollars < 1_000_000_000
                ? shortly(dollars, 1_000_000, 10_000, "M")
                : shortly(dollars, 1_000_000_000, 10_000_000, "B");
    }

    private String shortly(long dollars, long unit, long finest, String sign) {
        if (dollars % finest != 0) {
            return full();
        }
        BigDecimal amount = BigDecimal.valueOf(dollars).divide(BigDecimal.valueOf(unit));
        return "$" + amount.stripTrailingZeros().toPlainString() + sign;
    }

    /** Every digit: $1,200,000, and cents where there are some: $1,200,000.50. */
    public String full() {
        String dollars = String.format(Locale.ROOT, "$%,d", cents / 100);
        return cents % 100 == 0 ? dollars : dollars + String.format(Locale.ROOT, ".%02d", cents % 100);
    }
}
