package dev.baton.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a record in Salesforce. It is written with 15 characters, whose case matters, or with 18, of which the last
 * three repeat the case of the others as a check. Both are one id: what is kept, compared and stored is the 15.
 */
public record SalesforceId(String value15) {
    /** What kind of record an id belongs to, by its first three characters. */
    public enum Kind {
        ACCOUNT("001"),
        OPPORTUNITY("006"),
        OTHER("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        public String prefix() {
            return prefix;
        }
    }

    private static final Pattern FIFTEEN = Pattern.compile("[A-Za-z0-9]{15}");
    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /**
     * An id of which only the form is known to be right.
     *
     * @throws IllegalArgumentException if these are not 15 letters and digits
     */
    public SalesforceId {
        if (!FIFTEEN.matcher(value15).matches()) {
            throw new IllegalArgumentException("not the 15 letters and digits of a Salesforce id: '" + value15 + "'");
        }
    }

    /** Empty if it has neither 15 nor 18 letters and digits, or if the last three of 18 do not fit the others. */
    public static Optional<SalesforceId> parse(String typed) {
        String text = typed.strip();
        if (text.length() != 15 && text.length() != 18) {
            return Optional.empty();
        }
        String first15 = text.substring(0, 15);
        if (!FIFTEEN.matcher(first15).matches()) {
            return Optional.empty();
        }
        boolean checked = text.length() == 15 || text.endsWith(check(first15));
        return checked ? Optional.of(new SalesforceId(first15)) : Optional.empty();
    }

    public Kind kind() {
        if (value15.startsWith(Kind.ACCOUNT.prefix)) {
            return Kind.ACCOUNT;
        }
        return value15.startsWith(Kind.OPPORTUNITY.prefix) ? Kind.OPPORTUNITY : Kind.OTHER;
    }

    /** The form of 18 characters, which survives programs that ignore case. */
    public String value18() {
        return value15 + check(value15);
    }

    @Override
    public String toString() {
        return value18();
    }

    /** Each character says which letters of one group of five are capitals, the first letter being the lowest bit. */
    private static String check(String fifteen) {
        StringBuilder check = new StringBuilder(3);
        for (int group = 0; group < 15; group += 5) {
            int capitals = 0;
            for (int i = 0; i < 5; i++) {
                char c = fifteen.charAt(group + i);
                if (c >= 'A' && c <= 'Z') {
                    capitals |= 1 << i;
                }
            }
            check.append(CHECK_CHARACTERS.charAt(capitals));
        }
        return check.toString();
    }
}
