package dev.baton.sandbox;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reading a request's body and writing an answer, in the few ways that occur here. */
final class Replies {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private Replies() {}

    /** The body as text. */
    static String body(Request request) throws IOException {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    /** The body as it came. */
    static byte[] bytes(Request request) throws IOException {
        byte[] read = Content.Source.asInputStream(request).readNBytes(LARGEST_BODY + 1);
        if (read.length > LARGEST_BODY) {
            throw new Refused("request_too_large");
        }
        return read;
    }

    static String header(Request request, HttpHeader name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    static void json(Response response, Callback callback, int status, JsonElement answer) {
        bytes(
                response,
                callback,
                status,
                "application/json; charset=utf-8",
                ByteBuffer.wrap(answer.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static void text(Response response, Callback callback, int status, String type, String answer) {
        bytes(
                response,
                callback,
                status,
                type + "; charset=utf-8",
                ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
    }

    static void bytes(Response response, Callback callback, int status, String type, ByteBuffer answer) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.remaining());
        response.write(true, answer, callback);
    }

    /** Promises the whole answer, sends half of it and breaks the connection. */
    static void half(Request request, Response response, Callback callback, String answer) {
        byte[] whole = answer.getBytes(StandardCharsets.UTF_8);
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.length);
        ByteBuffer half = ByteBuffer.wrap(whole, 0, whole.length / 2);
        response.write(false, half, Callback.from(() -> drop(request, callback)));
    }

    /** Breaks the connection, as a network does. */
    static void drop(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.succeeded();
    }
}
