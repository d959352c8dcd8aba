package dev.baton.sandbox;

import dev.baton.sandbox.Uploads.Upload;
import java.io.IOException;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** Files come in and go out again as bytes. What a browser might run is only ever offered to be saved. */
final class UploadDoor {
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Live live;

    UploadDoor(Live live) {
        this.live = live;
    }

    /** Takes a file: who and which name in the query, what in the body. */
    void take(Request request, Response response, Callback callback) throws IOException {
        Fields query = Request.extractQueryParameters(request);
        String type = Replies.header(request, HttpHeader.CONTENT_TYPE);
        byte[] content = Replies.bytes(request);
        Upload taken = live.look(() -> {
            String user = live.someone(value(query, "as")).id();
            return live.uploads.add(
                    user, value(query, "name"), type.isEmpty() ? "application/octet-stream" : type, content);
        });
        Replies.json(response, callback, 200, Json.object("ok", true, "file", taken.told()));
    }

    void give(String id, Response response, Callback callback) {
        Upload found = live.look(() -> live.uploads.find(id));
        if (found == null) {
            Replies.text(response, callback, 404, "text/plain", "There is nothing here.");
            return;
        }
        boolean shown = SHOWN.contains(found.type());
        response.getHeaders().put("Content-Security-Policy", "default-src 'none'; sandbox");
        response.getHeaders().put("Content-Disposition", shown ? "inline" : "attachment");
        String type = shown ? found.type() : "application/octet-stream";
        Replies.bytes(response, callback, 200, type, found.content().duplicate());
    }

    private static String value(Fields query, String key) {
        @Nullable String value = query.getValue(key);
        return value == null ? "" : value;
    }
}
