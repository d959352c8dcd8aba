package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Workspace.Person;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** {@code auth.test} and {@code users.*}: who somebody is. */
final class UsersApi {
    private final Live live;
    private final Scopes scopes;

    UsersApi(Live live, Scopes scopes) {
        this.live = live;
        this.scopes = scopes;
    }

    Map<String, Function<Args, JsonObject>> methods() {
        return Map.of(
                "auth.test", this::authTest,
                "users.info", this::info,
                "users.lookupByEmail", this::lookupByEmail);
    }

    private JsonObject authTest(Args args) {
        Workspace opening = live.opening;
        return Json.object(
                "ok", true,
                "url", "https://" + opening.domain() + ".slack.com/",
                "team", opening.name(),
                "user", opening.app().name().toLowerCase(Locale.ROOT),
                "team_id", opening.team(),
                "user_id", opening.app().user(),
                "bot_id", opening.app().bot(),
                "is_enterprise_install", false);
    }

    private JsonObject info(Args args) {
        scopes.need("users:read");
        String id = args.text("user");
        if (id.equals(live.app().user())) {
            return Json.object("ok", true, "user", bot());
        }
        return Json.object("ok", true, "user", told(live.someone(id)));
    }

    private JsonObject lookupByEmail(Args args) {
        scopes.need("users:read.email");
        for (Person person : live.people()) {
            if (!person.deleted() && person.email().equalsIgnoreCase(args.text("email"))) {
                return Json.object("ok", true, "user", told(person));
            }
        }
        throw new Refused("users_not_found");
    }

    /** As the Web API and the events tell of somebody. */
    JsonObject told(Person person) {
        JsonObject profile = Json.object(
                "real_name", person.realName(),
                "real_name_normalized", person.realName(),
                "display_name", person.name(),
                "display_name_normalized", person.name(),
                "title", person.title(),
                "team", person.team(),
                "email", person.email());
        return Json.object(
                "id", person.id(),
                "team_id", person.team(),
                "name", person.name(),
                "deleted", person.deleted(),
                "real_name", person.realName(),
                "tz", person.zone().getId(),
                "tz_label", person.zone().getDisplayName(TextStyle.FULL, Locale.US),
                "tz_offset",
                        person.zone().getRules().getOffset(live.clock.instant()).getTotalSeconds(),
                "profile", profile,
                "is_admin", person.admin(),
                "is_owner", false,
                "is_primary_owner", false,
                "is_restricted", person.guest(),
                "is_ultra_restricted", false,
                "is_bot", false,
                "is_app_user", false,
                "updated", live.opening.start().getEpochSecond());
    }

    private JsonObject bot() {
        Workspace.App app = live.app();
        return Json.object(
                "id",
                app.user(),
                "team_id",
                live.opening.team(),
                "name",
                app.name().toLowerCase(Locale.ROOT),
                "deleted",
                false,
                "real_name",
                app.name(),
                "tz",
                "UTC",
                "tz_offset",
                0,
                "profile",
                Json.object("real_name", app.name(), "bot_id", app.bot(), "api_app_id", app.id()),
                "is_bot",
                true,
                "is_app_user",
                false);
    }
}
