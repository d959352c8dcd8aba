package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the page asks and does, for the person it says it is. A test may do the same. */
final class PageApi {
    private static final int MOST_AT_ONCE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(PageApi.class);

    private final Live live;
    private final PageState state;
    private final PageMessages messages;
    private final PageClock clock;
    private final Backstage backstage;
    private final Beginning beginning;
    private final Map<String, Function<JsonObject, CompletableFuture<JsonObject>>> doing;

    /** The gestures a person can make. */
    record Gestures(
            Commands commands,
            Presses presses,
            Submissions submissions,
            Speech speech,
            Administration administration) {}

    PageApi(Live live, PageClock clock, Backstage backstage, Gestures gestures, Beginning beginning) {
        this.live = live;
        this.state = new PageState(live);
        this.messages = new PageMessages(live);
        this.clock = clock;
        this.backstage = backstage;
        this.beginning = beginning;
        this.doing = Map.ofEntries(
                Map.entry(
                        "command",
                        ask -> gestures.commands()
                                .type(Json.text(ask, "as"), Json.text(ask, "channel"), Json.text(ask, "text"))),
                Map.entry("message", ask -> done(gestures.speech().write(ask))),
                Map.entry("action", gestures.presses()::press),
                Map.entry("options", gestures.presses()::options),
                Map.entry("submit", gestures.submissions()::submit),
                Map.entry("close", gestures.submissions()::close),
                Map.entry("open", ask -> done(gestures.speech().open(ask))),
                Map.entry("home", ask -> done(gestures.speech().home(ask))),
                Map.entry("shortcut", gestures.speech()::shortcut),
                Map.entry("archive", ask -> done(gestures.administration().archive(ask))),
                Map.entry("deactivate", ask -> done(gestures.administration().deactivate(ask))),
                Map.entry("zone", ask -> done(gestures.administration().zone(ask))),
                Map.entry("clock", ask -> done(move(ask))),
                Map.entry("reset", ask -> beginning.anew()));
    }

    void handle(String what, Request request, Response response, Callback callback) throws IOException {
        if (HttpMethod.GET.is(request.getMethod())) {
            look(what, request, response, callback);
            return;
        }
        Function<JsonObject, CompletableFuture<JsonObject>> gesture = gesture(what);
        JsonObject ask = Json.parseObject(Replies.body(request));
        if (gesture == null || ask == null) {
            Replies.json(response, callback, gesture == null ? 404 : 400, new Refused("not understood").answer());
            return;
        }
        boolean waits = doing.containsKey(what) && !what.equals("reset");
        CompletableFuture<JsonObject> unused = (waits
                        ? beginning.after(() -> begun(gesture, ask))
                        : begun(gesture, ask))
                .whenComplete((answer, failure) ->
                        Replies.json(response, callback, 200, answer == null ? refusal(what, failure) : answer));
    }

    private @Nullable Function<JsonObject, CompletableFuture<JsonObject>> gesture(String what) {
        Function<JsonObject, CompletableFuture<JsonObject>> gesture = doing.get(what);
        return gesture == null && backstage.knows(what) ? ask -> done(backstage.does(what, ask)) : gesture;
    }

    private static CompletableFuture<JsonObject> begun(
            Function<JsonObject, CompletableFuture<JsonObject>> gesture, JsonObject ask) {
        try {
            return gesture.apply(ask);
        } catch (Refused refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static JsonObject refusal(String what, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof Refused refused) {
            return refused.answer();
        }
        LOG.error("the gesture {} failed", what, cause);
        return new Refused("internal_error").answer();
    }

    private static CompletableFuture<JsonObject> done(JsonObject answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private void look(String what, Request request, Response response, Callback callback) {
        Fields query = Request.extractQueryParameters(request);
        try {
            JsonObject seen = switch (what) {
                case "workspace" -> live.look(state::workspace);
                case "state" -> state(query);
                case "messages" -> messages(query);
                default -> backstage.shows(what, query);
            };
            Replies.json(
                    response,
                    callback,
                    seen == null ? 404 : 200,
                    seen == null ? new Refused("not found").answer() : seen);
        } catch (Refused refused) {
            Replies.json(response, callback, 404, refused.answer());
        }
    }

    private JsonObject state(Fields query) {
        JsonObject seen =
                live.look(() -> state.state(live.someone(value(query, "as")).id()));
        seen.addProperty("version", live.version());
        seen.add("upcoming", Json.array(clock.ahead()));
        return seen;
    }

    private JsonObject messages(Fields query) {
        String user = value(query, "as");
        String channel = value(query, "channel");
        boolean read = value(query, "read").equals("1");
        PageMessages.Question asked = new PageMessages.Question(
                user,
                channel,
                value(query, "thread"),
                (int) Math.min(number(query, "limit", 0), MOST_AT_ONCE),
                value(query, "before"),
                number(query, "since", -1),
                value(query, "from"));
        JsonObject seen = live.look(() -> messages.answer(asked));
        if (read && live.look(() -> unread(user, channel))) {
            live.change(() -> {
                Conversation in = live.conversations.visible(channel, user);
                if (in != null) {
                    in.read(user);
                }
                return true;
            });
        }
        return seen;
    }

    private boolean unread(String user, String channel) {
        Conversation in = live.conversations.visible(channel, user);
        return in != null && in.unread(user).all() > 0;
    }

    private static long number(Fields query, String name, long otherwise) {
        String value = value(query, name);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : otherwise;
    }

    private static String value(Fields query, String name) {
        String value = query.getValue(name);
        return value == null ? "" : value;
    }

    private JsonObject move(JsonObject ask) {
        Workspace.Person person = live.look(() -> live.person(Json.text(ask, "as")));
        JsonObject moved = clock.move(ask, person == null ? ZoneOffset.UTC : person.zone());
        live.touch();
        return moved;
    }
}
