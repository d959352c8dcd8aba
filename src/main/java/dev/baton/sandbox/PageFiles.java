package dev.baton.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The files of the page, from the class path, and only files of the kinds a page is made of. */
final class PageFiles {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private PageFiles() {}

    /** Serves {@code /} and {@code /assets/…}; anything else is not there. */
    static void serve(String path, Response response, Callback callback) throws IOException {
        String name = path.equals("/") ? "index.html" : path.replaceFirst("^/assets/", "");
        boolean known = path.equals("/") || path.startsWith("/assets/");
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (!known || type == null || !name.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.[a-z]+")) {
            Replies.text(response, callback, 404, "text/plain", "There is nothing here.");
            return;
        }
        try (InputStream file = PageFiles.class.getResourceAsStream("/sandbox/page/" + name)) {
            if (file == null) {
                Replies.text(response, callback, 404, "text/plain", "There is nothing here.");
                return;
            }
            response.getHeaders().put("Content-Security-Policy", POLICY);
            response.getHeaders().put("Referrer-Policy", "no-referrer");
            Replies.bytes(response, callback, 200, type, ByteBuffer.wrap(file.readAllBytes()));
        }
    }
}
