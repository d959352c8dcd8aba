package dev.baton.sandbox;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The way in. A page of another site cannot reach past it: the host must be this machine, and whoever posts to the page
 * must come from the page itself or from no page at all.
 */
final class Front extends Handler.Abstract {
    private static final String LOOPBACK = "(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d+)?";

    private static final String FILES = "/page/files/";

    private final WebApi webApi;
    private final ResponseDoor responses;
    private final PageApi page;
    private final PageEvents events;
    private final UploadDoor uploads;

    Front(WebApi webApi, ResponseDoor responses, PageApi page, PageEvents events, UploadDoor uploads) {
        this.webApi = webApi;
        this.responses = responses;
        this.page = page;
        this.events = events;
        this.uploads = uploads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (foreign(request)) {
            Replies.text(
                    response, callback, 403, "text/plain", "Only this machine may ask, and only from its own page.");
            return true;
        }
        try {
            route(Request.getPathInContext(request), request, response, callback);
        } catch (Refused refused) {
            Replies.json(response, callback, 400, refused.answer());
        }
        return true;
    }

    private static boolean foreign(Request request) {
        String host = Replies.header(request, HttpHeader.HOST);
        String origin = Replies.header(request, HttpHeader.ORIGIN);
        return !host.matches(LOOPBACK) || !(origin.isEmpty() || origin.equals("http://" + host));
    }

    private void route(String path, Request request, Response response, Callback callback) throws IOException {
        boolean posted = HttpMethod.POST.is(request.getMethod());
        boolean got = HttpMethod.GET.is(request.getMethod());
        if (path.startsWith("/api/") && posted) {
            webApi.handle(path.substring("/api/".length()), request, response, callback);
        } else if (path.startsWith("/response/") && posted) {
            responses.handle(path.substring("/response/".length()), request, response, callback);
        } else if (path.equals("/page/events") && got) {
            events.listen(request, response, callback);
        } else if (path.equals("/page/upload") && posted) {
            uploads.take(request, response, callback);
        } else if (path.startsWith(FILES) && got) {
            uploads.give(path.substring(FILES.length()), response, callback);
        } else if (path.startsWith("/page/") && (posted || got)) {
            page.handle(path.substring("/page/".length()), request, response, callback);
        } else if (got) {
            PageFiles.serve(path, response, callback);
        } else {
            Replies.text(response, callback, 405, "text/plain", "Not this way.");
        }
    }
}
