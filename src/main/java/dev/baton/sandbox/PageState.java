package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Conversation.Kind;
import dev.baton.sandbox.Workspace.Person;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page shows of the workspace to one person. Callers hold the lock. */
final class PageState {
    private static final int FRIDAY = 5;
    private static final int COMES_AT = 8;
    private static final int GOES_AT = 18;

    private final Live live;

    PageState(Live live) {
        this.live = live;
    }

    /** What does not change while the workspace lives. */
    JsonObject workspace() {
        Workspace opening = live.opening;
        Workspace.App app = opening.app();
        return Json.object(
                "name", opening.name(),
                "team", opening.team(),
                "start", opening.start().toEpochMilli(),
                "note", opening.note().strip(),
                "app",
                        Json.object(
                                "id", app.id(),
                                "name", app.name(),
                                "botUser", app.user(),
                                "homeTab", opening.manifest().homeTab()),
                "people", live.people().stream().map(PageState::person).toList(),
                "commands",
                        opening.manifest().commands().stream()
                                .map(command -> Json.object(
                                        "command", command.command(),
                                        "description", command.description(),
                                        "usageHint", command.usageHint()))
                                .toList(),
                "shortcuts",
                        opening.manifest().shortcuts().stream()
                                .map(shortcut -> Json.object(
                                        "name", shortcut.name(),
                                        "type", shortcut.type(),
                                        "callbackId", shortcut.callbackId(),
                                        "description", shortcut.description()))
                                .toList());
    }

    private static JsonObject person(Person person) {
        return Json.object(
                "id", person.id(),
                "name", person.name(),
                "realName", person.realName(),
                "title", person.title(),
                "tz", person.zone().getId(),
                "presence", "active",
                "deleted", person.deleted() ? true : null);
    }

    /** What this person sees now, apart from the messages and what lies ahead. */
    JsonObject state(String user) {
        List<JsonObject> conversations = new ArrayList<>();
        for (Conversation conversation : live.conversations.all()) {
            if (conversation.members.contains(user)) {
                conversations.add(told(conversation, user));
            }
        }
        OpenView home = live.views.home(user);
        return Json.object(
                "now",
                live.clock.millis(),
                "people",
                live.peopleChanges(),
                "conversations",
                conversations,
                "others",
                badges(),
                "presence",
                presence(),
                "views",
                live.views.stack(user).stream().map(this::view).toList(),
                "home",
                home == null ? null : view(home));
    }

    /** For each person how much calls for them: direct messages and mentions they have not read. */
    private JsonObject badges() {
        JsonObject badges = new JsonObject();
        for (Person person : live.people()) {
            long calling = live.conversations.all().stream()
                    .filter(conversation -> conversation.members.contains(person.id()))
                    .mapToInt(conversation -> conversation.unread(person.id()).calling())
                    .sum();
            badges.addProperty(person.id(), calling);
        }
        return badges;
    }

    private JsonObject told(Conversation conversation, String user) {
        Conversation.Unread unread = conversation.unread(user);
        return Json.object(
                "id",
                conversation.id,
                "name",
                conversation.name,
                "kind",
                kind(conversation),
                "private",
                conversation.isPrivate,
                "with",
                with(conversation, user),
                "members",
                conversation.kind == Kind.CHANNEL ? conversation.members : null,
                "topic",
                conversation.topic.isEmpty() ? null : conversation.topic,
                "archived",
                conversation.archived ? true : null,
                "unread",
                unread.all(),
                "mentions",
                unread.calling(),
                "readUntil",
                conversation.readUntil(user),
                "lastTs",
                last(conversation, user));
    }

    private static String kind(Conversation conversation) {
        return switch (conversation.kind) {
            case CHANNEL -> "channel";
            case DIRECT -> "app";
            case GROUP, BETWEEN -> "im";
        };
    }

    private @Nullable String with(Conversation conversation, String user) {
        return switch (conversation.kind) {
            case CHANNEL, GROUP -> null;
            case DIRECT -> live.app().user();
            case BETWEEN ->
                conversation.members.stream()
                        .filter(member -> !member.equals(user))
                        .findFirst()
                        .orElse(user);
        };
    }

    private static @Nullable String last(Conversation conversation, String user) {
        return conversation
                .newestFirst("")
                .filter(message -> message.visibleTo(user))
                .map(message -> message.ts)
                .findFirst()
                .orElse(null);
    }

    /** Who is away: it is not a working hour where they live. */
    private JsonObject presence() {
        JsonObject away = new JsonObject();
        for (Person person : live.people()) {
            ZonedDateTime there = live.clock.instant().atZone(person.zone());
            boolean works = there.getDayOfWeek().getValue() <= FRIDAY
                    && there.getHour() >= COMES_AT
                    && there.getHour() < GOES_AT;
            if (!works || person.deleted()) {
                away.addProperty(person.id(), "away");
            }
        }
        return away;
    }

    private JsonObject view(OpenView view) {
        JsonObject told = live.views.told(view);
        told.remove("state");
        told.add("values", view.state.values());
        if (view.errors.size() > 0) {
            told.add("errors", view.errors.deepCopy());
        }
        if (view.trouble != null) {
            told.addProperty("trouble", view.trouble);
        }
        return told;
    }
}
