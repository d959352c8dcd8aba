package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.baton.sandbox.Faults.Detour;
import dev.baton.sandbox.Faults.Fault;
import dev.baton.sandbox.Faults.Kind;
import dev.baton.sandbox.Faults.Way;
import dev.baton.sandbox.Ledger.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** What nobody in the workspace does, but whoever runs it: troubles planned, the ledger read, the app's addresses told. */
final class Backstage {
    private final Sandbox sandbox;
    private final Map<String, Consumer<JsonObject>> doing;

    Backstage(Sandbox sandbox) {
        this.sandbox = sandbox;
        doing = Map.ofEntries(
                Map.entry("connect", ask -> sandbox.connect(addresses(ask))),
                Map.entry("faults", this::plan),
                Map.entry("detours", this::detour),
                Map.entry("clear-faults", ask -> sandbox.faults().clear()),
                Map.entry("clear-ledger", ask -> sandbox.ledger().clear()),
                Map.entry("minute", ask -> sandbox.retryMinute(Duration.ofMillis(number(ask, "millis", 60_000)))),
                Map.entry("tiers", ask -> sandbox.rateTiers(Json.flag(ask, "enforced"))),
                Map.entry("pause", ask -> sandbox.pause()),
                Map.entry("resume", ask -> sandbox.resume()),
                Map.entry("sockets", this::sockets));
    }

    boolean knows(String what) {
        return doing.containsKey(what);
    }

    JsonObject does(String what, JsonObject ask) {
        Consumer<JsonObject> deed = doing.get(what);
        if (deed == null) {
            throw new Refused("not understood");
        }
        deed.accept(ask);
        return Json.object("ok", true);
    }

    @Nullable
    JsonObject shows(String what, Fields query) {
        return switch (what) {
            case "ledger" -> Json.object("ledger", ledger(query));
            case "faults" ->
                Json.object(
                        "faults",
                        sandbox.faults().planned(),
                        "detours",
                        sandbox.faults().detours());
            default -> null;
        };
    }

    /** The lines asked for; with {@code checked}, those to the app say whether it looks at signatures at all. */
    private JsonArray ledger(Fields query) {
        JsonArray told = Ledger.json(lines(query));
        if (query.getValue("checked") == null) {
            return told;
        }
        for (JsonElement each : told) {
            JsonObject line = each.getAsJsonObject();
            if (line.has("signature")) {
                sandbox.refusesForgery().ifPresent(refuses -> line.addProperty("checked", refuses));
            }
        }
        return told;
    }

    private List<Line> lines(Fields query) {
        long since = whole(query.getValue("since"), 0);
        String method = query.getValue("method");
        String accepted = query.getValue("accepted");
        return sandbox.ledger().lines().stream()
                .filter(line -> line.number() > since)
                .filter(line -> method == null || line.method().equals(method))
                .filter(line -> accepted == null || line.accepted() == accepted.equals("true"))
                .toList();
    }

    /** The connections of the app are to be replaced ({@code refresh_requested} …), or break ({@code drop}). */
    private void sockets(JsonObject ask) {
        String reason = Json.text(ask, "reason");
        if (reason.equals("drop")) {
            sandbox.sockets().drop();
            return;
        }
        try {
            sandbox.sockets().disconnect(Sockets.Reason.valueOf(reason.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            throw new Refused("reason is drop, or one of: " + List.of(Sockets.Reason.values()));
        }
    }

    private static URI[] addresses(JsonObject ask) {
        List<URI> addresses = new ArrayList<>();
        JsonElement given = ask.get("addresses");
        for (JsonElement each : given instanceof JsonArray several ? several : new JsonArray()) {
            String address = each.getAsString();
            if (!address.matches("http://(127\\.0\\.0\\.1|localhost):\\d+/.*")) {
                throw new Refused("an address is one of this machine, such as http://127.0.0.1:3000/slack/events");
            }
            addresses.add(URI.create(address));
        }
        return addresses.toArray(URI[]::new);
    }

    private void plan(JsonObject ask) {
        Kind kind = switch (Json.text(ask, "fault")) {
            case "429" -> Kind.RATE_LIMITED;
            case "500" -> Kind.SERVER_ERROR;
            case "drop_before" -> Kind.DROPPED;
            case "drop_after" -> Kind.ACCEPTED_DROPPED;
            case "drop_midway" -> Kind.DROPPED_MIDWAY;
            case "slow" -> Kind.ACCEPTED_SLOW;
            case "late" -> Kind.SLOW;
            case "garbage" -> Kind.GARBAGE;
            default -> Kind.REFUSED;
        };
        boolean inMillis = kind == Kind.ACCEPTED_SLOW || kind == Kind.SLOW;
        int amount = (int) number(ask, inMillis ? "millis" : "retryAfterSeconds", 0);
        String error = Json.text(ask, "fault").toLowerCase(Locale.ROOT);
        sandbox.faults().plan(Json.text(ask, "method"), moment(ask), new Fault(kind, amount, error));
    }

    private void detour(JsonObject ask) {
        try {
            Way way = Way.valueOf(Json.text(ask, "way").toUpperCase(Locale.ROOT));
            sandbox.faults().deliver(Json.text(ask, "type"), moment(ask), new Detour(way, (int)
                    number(ask, "millis", Detour.of(way).amount())));
        } catch (IllegalArgumentException unknown) {
            throw new Refused("way is one of: " + List.of(Way.values()));
        }
    }

    private static Moment moment(JsonObject ask) {
        Moment moment = Moment.next((int) number(ask, "times", 1)).after((int) number(ask, "after", 0));
        if (ask.has("from") || ask.has("until")) {
            moment = moment.between(
                    Instant.ofEpochMilli(number(ask, "from", 0)),
                    Instant.ofEpochMilli(number(ask, "until", Long.MAX_VALUE)));
        }
        String chance = Json.text(ask, "chance");
        return chance.matches("0?\\.\\d+|1(\\.0*)?")
                ? moment.by(Double.parseDouble(chance), number(ask, "seed", 0))
                : moment;
    }

    private static long number(JsonObject ask, String key, long otherwise) {
        return whole(Json.optional(ask, key), otherwise);
    }

    private static long whole(@Nullable String written, long otherwise) {
        return written != null && written.matches("-?\\d{1,19}") ? Long.parseLong(written) : otherwise;
    }
}
