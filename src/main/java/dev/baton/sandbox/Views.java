package dev.baton.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody's stack of modals, three deep, and everybody's Home tab. */
final class Views {
    private static final int DEPTH = 3;

    private final Workspace opening;
    private final InstantSource machine;
    private final Map<String, List<OpenView>> stacks = new HashMap<>();
    private final Map<String, OpenView> homes = new HashMap<>();
    private long count;

    Views(Workspace opening, InstantSource machine) {
        this.opening = opening;
        this.machine = machine;
    }

    /** The person's open modals, the lowest first. */
    List<OpenView> stack(String user) {
        return List.copyOf(stacks.getOrDefault(user, List.of()));
    }

    @Nullable
    OpenView home(String user) {
        return homes.get(user);
    }

    /** Opens a first modal; whatever was open is gone. */
    OpenView open(String user, JsonObject view, @Nullable String channel) {
        checkExternalId(view, null);
        stacks.put(user, new ArrayList<>());
        return add(user, view, null, channel);
    }

    /** Lays a modal on top of the one where the person pressed, which must still be the top. */
    OpenView push(String user, JsonObject view, @Nullable String channel) {
        List<OpenView> stack = stacks.computeIfAbsent(user, key -> new ArrayList<>());
        if (stack.isEmpty()) {
            throw new Refused("not_found");
        }
        if (stack.size() >= DEPTH) {
            throw new Refused("push_limit_reached");
        }
        checkExternalId(view, null);
        return add(user, view, stack.get(stack.size() - 1), channel);
    }

    private OpenView add(String user, JsonObject view, @Nullable OpenView below, @Nullable String channel) {
        OpenView opened = new OpenView(
                newId(),
                user,
                below == null ? null : below.rootId,
                below == null ? null : below.id,
                channel,
                prepared(view),
                newHash());
        stacks.computeIfAbsent(user, key -> new ArrayList<>()).add(opened);
        return opened;
    }

    OpenView update(OpenView target, JsonObject view) {
        checkExternalId(view, target);
        target.redraw(prepared(view), newHash());
        return target;
    }

    OpenView publish(String user, JsonObject view, @Nullable String hash) {
        OpenView home = homes.get(user);
        if (home == null) {
            home = new OpenView(newId(), user, null, null, null, prepared(view), newHash());
            homes.put(user, home);
            return home;
        }
        checkHash(home, hash);
        return update(home, view);
    }

    void checkHash(OpenView view, @Nullable String hash) {
        if (hash != null && !hash.isEmpty() && !hash.equals(view.hash)) {
            throw new Refused("hash_conflict");
        }
    }

    /** The open view of this id. */
    @Nullable
    OpenView find(String viewId) {
        return everyView().filter(view -> view.id.equals(viewId)).findFirst().orElse(null);
    }

    @Nullable
    OpenView findExternal(String externalId) {
        return everyView()
                .filter(view -> Json.text(view.view, "external_id").equals(externalId))
                .findFirst()
                .orElse(null);
    }

    private Stream<OpenView> everyView() {
        return Stream.concat(stacks.values().stream().flatMap(Collection::stream), homes.values().stream());
    }

    /** Takes this one view off the screen; what lay under it, or was laid over it meanwhile, stays. */
    void close(OpenView view) {
        List<OpenView> stack = stacks.get(view.user);
        if (stack != null) {
            stack.remove(view);
        }
    }

    void closeAll(String user) {
        stacks.remove(user);
    }

    void clear() {
        stacks.clear();
        homes.clear();
    }

    private void checkExternalId(JsonObject view, @Nullable OpenView itself) {
        String externalId = Json.text(view, "external_id");
        if (!externalId.isEmpty()) {
            OpenView holder = findExternal(externalId);
            if (holder != null && holder != itself) {
                throw new Refused("duplicate_external_id");
            }
        }
    }

    private static JsonObject prepared(JsonObject view) {
        JsonObject prepared = view.deepCopy();
        if (!prepared.has("blocks")) {
            prepared.add("blocks", new JsonArray());
        }
        Blocks.name(Json.objects(prepared, "blocks"));
        return prepared;
    }

    /** The view as Slack tells it to the app, with what stands in its fields. */
    JsonObject told(OpenView view) {
        JsonObject told = Json.object("id", view.id, "team_id", opening.team());
        view.view
                .entrySet()
                .forEach(entry -> told.add(entry.getKey(), entry.getValue().deepCopy()));
        for (String absent : List.of("private_metadata", "callback_id", "external_id")) {
            if (!told.has(absent)) {
                told.addProperty(absent, "");
            }
        }
        for (String absent : List.of("submit", "close")) {
            if (!told.has(absent)) {
                told.add(absent, JsonNull.INSTANCE);
            }
        }
        for (String flag : List.of("clear_on_close", "notify_on_close")) {
            told.addProperty(flag, view.flag(flag));
        }
        told.add("state", Json.object("values", view.state.values()));
        told.addProperty("hash", view.hash);
        told.addProperty("root_view_id", view.rootId);
        told.add("previous_view_id", Json.element(view.previousId));
        told.addProperty("app_id", opening.app().id());
        told.addProperty("app_installed_team_id", opening.team());
        told.addProperty("bot_id", opening.app().bot());
        return told;
    }

    private String newId() {
        return String.format(Locale.ROOT, "V%08d", ++count);
    }

    private String newHash() {
        return machine.instant().getEpochSecond() + "."
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
