package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One slice of a listing, and the cursor that leads to the next. */
record Slice<T>(List<T> items, String nextCursor) {
    private static final String KIND = "next:";

    /** Cuts the slice that the cursor among the arguments points to. */
    static <T> Slice<T> of(List<T> all, Args args, int otherwise, int max) {
        int size = args.number("limit", otherwise, max);
        int from = start(args.text("cursor"));
        int to = Math.min(all.size(), from + size);
        return new Slice<>(all.subList(Math.min(from, to), to), to < all.size() ? cursor(to) : "");
    }

    private static int start(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String plain = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (plain.matches(KIND + "\\d{1,9}")) {
                return Integer.parseInt(plain.substring(KIND.length()));
            }
        } catch (IllegalArgumentException notOurs) {
            throw new Refused("invalid_cursor");
        }
        throw new Refused("invalid_cursor");
    }

    private static String cursor(int from) {
        return Base64.getEncoder().encodeToString((KIND + from).getBytes(StandardCharsets.UTF_8));
    }

    void tell(JsonObject answer) {
        answer.addProperty("has_more", !nextCursor.isEmpty());
        answer.add("response_metadata", Json.object("next_cursor", nextCursor));
    }
}
