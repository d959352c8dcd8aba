package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that people handed over, in memory. When there is no room for more, the oldest go. Callers hold the lock. */
final class Uploads {
    private static final long ROOM = 64L * 1024 * 1024;

    private final Map<String, Upload> byId = new LinkedHashMap<>();
    private long count;
    private long stored;

    /** A file, as whoever handed it over named and described it. */
    record Upload(String id, String user, String name, String type, ByteBuffer content) {
        /** As the page and the app are told of it. */
        JsonObject told() {
            return Json.object(
                    "id", id,
                    "name", name,
                    "title", name,
                    "mimetype", type,
                    "filetype", ending(name),
                    "size", content.limit(),
                    "user", user,
                    "url", "/page/files/" + id);
        }
    }

    Upload add(String user, String name, String type, byte[] content) {
        String id = String.format(Locale.ROOT, "F%07d", ++count);
        Upload added = new Upload(
                id,
                user,
                name.isBlank() ? id : name,
                type,
                ByteBuffer.wrap(content).asReadOnlyBuffer());
        byId.put(id, added);
        stored += content.length;
        while (stored > ROOM) {
            Upload oldest = byId.remove(byId.keySet().iterator().next());
            stored -= oldest == null ? 0 : oldest.content().limit();
        }
        return added;
    }

    @Nullable
    Upload find(String id) {
        return byId.get(id);
    }

    void clear() {
        byId.clear();
        stored = 0;
    }

    /** What stands behind the last dot of a name, in small letters. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
