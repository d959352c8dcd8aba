package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An object of a payload under examination. It knows its place, and notes a problem instead of throwing. */
final class Node {
    final JsonObject json;

    private final String pointer;
    private final Problems problems;

    Node(JsonObject json, String pointer, Problems problems) {
        this.json = json;
        this.pointer = pointer;
        this.problems = problems;
    }

    String type() {
        return Json.text(json, "type");
    }

    String text(String key) {
        return Json.text(json, key);
    }

    boolean has(String key) {
        return json.has(key);
    }

    void wrong(String reason) {
        problems.add(pointer, reason);
    }

    void wrong(String key, String reason) {
        problems.add(pointer + "/" + key, reason);
    }

    /** Nothing but {@code type} and these keys may stand here. */
    Node only(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : json.keySet()) {
            if (!key.equals("type") && !known.contains(key)) {
                wrong("invalid additional property: " + key);
            }
        }
        return this;
    }

    Node required(String key) {
        if (!Json.has(json, key)) {
            wrong("missing required field: " + key);
        }
        return this;
    }

    /** A string of so many characters, where it is there. */
    Node string(String key, int min, int max) {
        JsonElement value = json.get(key);
        if (value == null) {
            return this;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            wrong(key, "must provide a string");
        } else if (value.getAsString().length() > max) {
            wrong(key, "must be less than " + (max + 1) + " characters");
        } else if (value.getAsString().length() < min) {
            wrong(key, "must be more than " + (min - 1) + " characters");
        }
        return this;
    }

    Node matching(String key, String pattern, String meaning) {
        if (has(key) && !text(key).matches(pattern)) {
            wrong(key, "must be " + meaning);
        }
        return this;
    }

    Node flag(String... keys) {
        for (String key : keys) {
            JsonElement value = json.get(key);
            if (value != null
                    && !(value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean())) {
                wrong(key, "must be a boolean");
            }
        }
        return this;
    }

    Node choice(String key, String... choices) {
        if (has(key) && !Set.of(choices).contains(text(key))) {
            wrong(key, "must be one of: " + String.join(", ", choices));
        }
        return this;
    }

    Node integer(String key, int min, int max) {
        if (has(key)) {
            String written = json.get(key).toString();
            int number = written.matches("-?\\d{1,9}") ? Integer.parseInt(written) : Integer.MIN_VALUE;
            if (number == Integer.MIN_VALUE) {
                wrong(key, "must be an integer");
            } else if (number < min) {
                wrong(key, "must be at least " + min);
            } else if (number > max) {
                wrong(key, "must be at most " + max);
            }
        }
        return this;
    }

    /** The object under the key, where it is there and is one. */
    Optional<Node> child(String key) {
        JsonElement value = json.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isJsonObject()) {
            wrong(key, "must provide an object");
            return Optional.empty();
        }
        return Optional.of(new Node(value.getAsJsonObject(), pointer + "/" + key, problems));
    }

    /** The objects of the array under the key, where it is there and holds so many. */
    List<Node> children(String key, int min, int max) {
        JsonElement value = json.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray items)) {
            wrong(key, "must be an array");
            return List.of();
        }
        if (items.size() > max) {
            wrong(key, "no more than " + max + " items allowed");
        }
        if (items.size() < min) {
            wrong(key, "no less than " + min + " items allowed");
        }
        List<Node> found = new ArrayList<>();
        for (JsonElement item : items) {
            String place = pointer + "/" + key + "/" + found.size();
            if (item.isJsonObject()) {
                found.add(new Node(item.getAsJsonObject(), place, problems));
            } else {
                problems.add(place, "must provide an object");
                found.add(new Node(new JsonObject(), place, new Problems()));
            }
        }
        return found;
    }
}
