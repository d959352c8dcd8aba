package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The arguments of a Web API call. A form carries structures as JSON in a string, a JSON body as they are. */
record Args(JsonObject json) {

    /** Reads a body by its content type; what cannot be read is {@code invalid_json} or no arguments. */
    static Args read(String contentType, String body) {
        if (contentType.startsWith("application/json")) {
            JsonObject parsed = Json.parseObject(body.isBlank() ? "{}" : body);
            if (parsed == null) {
                throw new Refused("invalid_json");
            }
            return new Args(parsed);
        }
        return new Args(form(body));
    }

    /** The same for somebody who only wants to note what was asked. */
    static Args asFarAsReadable(String contentType, String body) {
        try {
            return read(contentType, body);
        } catch (Refused unreadable) {
            return new Args(Json.object("body", body));
        }
    }

    static JsonObject form(String body) {
        JsonObject read = new JsonObject();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                read.addProperty(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return read;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("invalid_form_data");
        }
    }

    String text(String key) {
        return Json.text(json, key);
    }

    boolean has(String key) {
        return Json.has(json, key);
    }

    boolean flag(String key) {
        return Json.flag(json, key);
    }

    int number(String key, int otherwise, int max) {
        String written = text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        if (!written.matches("\\d{1,9}") || Integer.parseInt(written) < 1) {
            throw new Refused("invalid_limit");
        }
        return Math.min(Integer.parseInt(written), max);
    }

    /** The structure under the key, or {@code null} where there is none; text that is no JSON is refused by this name. */
    @Nullable
    JsonElement structure(String key, String error) {
        JsonElement value = json.get(key);
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (!value.isJsonPrimitive()) {
            return value;
        }
        if (value.getAsString().isBlank()) {
            return null;
        }
        JsonElement parsed = Json.parse(value.getAsString());
        if (parsed == null || parsed.isJsonPrimitive()) {
            throw new Refused(error, "must be a JSON structure [json-pointer:/" + key + "]");
        }
        return parsed;
    }

    @Nullable
    JsonObject object(String key, String error) {
        JsonElement found = structure(key, error);
        if (found != null && !found.isJsonObject()) {
            throw new Refused(error, "must provide an object [json-pointer:/" + key + "]");
        }
        return found == null ? null : found.getAsJsonObject();
    }

    @Nullable
    JsonArray array(String key, String error) {
        JsonElement found = structure(key, error);
        if (found != null && !found.isJsonArray()) {
            throw new Refused(error, "must be an array [json-pointer:/" + key + "]");
        }
        return found == null ? null : found.getAsJsonArray();
    }
}
