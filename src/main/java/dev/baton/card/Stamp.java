package dev.baton.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a form showed, field by field, as short marks: the form carries it, so it has to be small and tell nothing. */
record Stamp(Map<String, String> marks) {
    Stamp {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    static Stamp of(Sheet shown) {
        Map<String, String> marks = new LinkedHashMap<>();
        shown.values().forEach((field, value) -> marks.put(field, mark(value)));
        return new Stamp(marks);
    }

    static Stamp parse(String written) {
        Map<String, String> marks = Arrays.stream(written.split(","))
                .map(each -> each.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        return new Stamp(marks);
    }

    /** Whether this field stood so on the form. A field the form did not have showed nothing. */
    boolean showed(String field, String value) {
        return mark(value).equals(marks.getOrDefault(field, mark("")));
    }

    /** The same, once the reader has been told how this field stands now. */
    Stamp told(String field, String value) {
        Map<String, String> newer = new LinkedHashMap<>(marks);
        newer.put(field, mark(value));
        return new Stamp(newer);
    }

    @Override
    public String toString() {
        return marks.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static String mark(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
