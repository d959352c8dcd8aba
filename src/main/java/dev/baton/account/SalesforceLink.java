package dev.baton.account;

import dev.baton.account.SalesforceId.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the link of a Salesforce record, as it is copied from a browser, and says what to do if it is not one. */
public final class SalesforceLink {
    /** What became of a typed link: {@link Found}, or {@link Wrong} with words for the person who typed it. */
    public sealed interface Parsed {
        default Optional<SalesforceId> id() {
            return Optional.empty();
        }

        /** What is wrong with it and what to do, for display beneath the field. */
        default Optional<String> complaint() {
            return Optional.empty();
        }
    }

    /**
     * A link of the kind asked for.
     *
     * @param link the link without what surrounded it, for showing it again
     */
    public record Found(SalesforceId found, String link) implements Parsed {
        @Override
        public Optional<SalesforceId> id() {
            return Optional.of(found);
        }
    }

    /** No such link, in words that say what to do. */
    public record Wrong(String words) implements Parsed {
        @Override
        public Optional<String> complaint() {
            return Optional.of(words);
        }
    }

    private static final Pattern ID_LIKE = Pattern.compile("(?=[A-Za-z0-9]*[0-9])[A-Za-z0-9]{12,20}");
    private static final Pattern BARE_ID = Pattern.compile("00[16][A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?");
    private static final int LONGEST = 2000;
    private static final String COPY = "Copy the link from the browser's address bar.";

    private SalesforceLink() {}

    public static Parsed account(String typed) {
        return parse(typed, Kind.ACCOUNT);
    }

    public static Parsed opportunity(String typed) {
        return parse(typed, Kind.OPPORTUNITY);
    }

    private static Parsed parse(String typed, Kind wanted) {
        String text = unwrapped(typed.strip());
        URI link = uri(text);
        Optional<String> complaint = aboutAddress(text, link, wanted);
        if (complaint.isPresent() || link == null) {
            return new Wrong(complaint.orElse("That is not a link. " + COPY));
        }
        return idIn(link.getPath())
                .map(id -> judged(id, text, wanted))
                .orElseGet(() -> new Wrong("That link shows no single " + name(wanted) + ". Open the " + name(wanted)
                        + " in Salesforce, then copy the link from the browser's address bar."));
    }

    /** Slack hands a pasted link over as {@code <https://…|text>} in some places. */
    private static String unwrapped(String text) {
        if (!text.startsWith("<") || !text.endsWith(">")) {
            return text;
        }
        int bar = text.indexOf('|');
        return text.substring(1, bar < 0 ? text.length() - 1 : bar).strip();
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notALink) {
            return null;
        }
    }

    private static Optional<String> aboutAddress(String text, @Nullable URI link, Kind wanted) {
        if (BARE_ID.matcher(text).matches()) {
            return Optional.of("That is the id alone. Paste the whole link of the " + name(wanted) + ".");
        }
        if (link == null || link.getHost() == null || text.length() > LONGEST) {
            return Optional.of(
                    "That is not a link. It begins with https:// and ends with the " + name(wanted) + "'s id. " + COPY);
        }
        if ("http".equalsIgnoreCase(link.getScheme())) {
            return Optional.of("That link begins with http://. Salesforce's own begins with https://. " + COPY);
        }
        if (!"https".equalsIgnoreCase(link.getScheme()) || !ofSalesforce(link)) {
            return Optional.of("That is not a Salesforce link: its address does not end in .my.salesforce.com or"
                    + " .lightning.force.com. Open the " + name(wanted) + " in Salesforce and copy its link.");
        }
        return Optional.empty();
    }

    private static boolean ofSalesforce(URI link) {
        String host = link.getHost().toLowerCase(Locale.ROOT);
        boolean plain = link.getRawUserInfo() == null && (link.getPort() == -1 || link.getPort() == 443);
        return plain && (host.endsWith(".my.salesforce.com") || host.endsWith(".lightning.force.com"));
    }

    /** Classic links are {@code /001…}; those of Lightning {@code /lightning/r/Account/001…/view}, the type optional. */
    private static Optional<String> idIn(@Nullable String path) {
        List<String> steps = path == null
                ? List.of()
                : Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList();
        boolean lightning = steps.size() > 2
                && steps.get(0).equals("lightning")
                && steps.get(1).equals("r");
        return steps.stream()
                .skip(lightning ? 2 : 0)
                .limit(lightning ? 2 : 1)
                .filter(step -> ID_LIKE.matcher(step).matches())
                .findFirst();
    }

    private static Parsed judged(String written, String link, Kind wanted) {
        if (written.length() != 15 && written.length() != 18) {
            return new Wrong("The id in that link has " + written.length() + " characters, and Salesforce's have 15 or"
                    + " 18: copy the link again from the browser's address bar.");
        }
        Optional<SalesforceId> id = SalesforceId.parse(written);
        if (id.isEmpty()) {
            return new Wrong(
                    "The id in that link has a typing error: copy the link again from the browser's address" + " bar.");
        }
        if (id.get().kind() != wanted) {
            return new Wrong(ofAnotherKind(id.get(), wanted));
        }
        return new Found(id.get(), link);
    }

    private static String ofAnotherKind(SalesforceId id, Kind wanted) {
        String begins = "its id begins with " + wanted.prefix() + ".";
        String is = switch (id.kind()) {
            case ACCOUNT -> "That is an Account link.";
            case OPPORTUNITY -> "That is an Opportunity link.";
            case OTHER -> "That link is of something else in Salesforce.";
        };
        return is + " Paste the link of the " + name(wanted) + ": " + begins;
    }

    private static String name(Kind kind) {
        return kind == Kind.ACCOUNT ? "Account" : "Opportunity";
    }
}
