package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Conversation.Kind;
import dev.baton.sandbox.Workspace.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the page shows of the workspace to one person. Callers hold the lock. */
final class PageState {
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
                "people", opening.people().stream().map(PageState::person).toList(),
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
                                        "callbackId", shortcut.callbackId()))
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
                "conversations",
                conversations,
                "others",
                badges(),
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
                    .mapToLong(conversation -> mentions(conversation, conversation.unread(person.id()), person.id()))
                    .sum();
            badges.addProperty(person.id(), calling);
        }
        return badges;
    }

    private JsonObject told(Conversation conversation, String user) {
        List<Message> unread = conversation.unread(user);
        List<Message> all = conversation.all().stream()
                .filter(message -> message.visibleTo(user))
                .toList();
        return Json.object(
                "id",
                conversation.id,
                "name",
                conversation.name,
                "kind",
                switch (conversation.kind) {
                    case CHANNEL -> "channel";
                    case DIRECT -> "app";
                    case GROUP -> "im";
                },
                "private",
                conversation.isPrivate,
                "with",
                conversation.kind == Kind.CHANNEL ? null : live.app().user(),
                "unread",
                unread.size(),
                "mentions",
                mentions(conversation, unread, user),
                "lastTs",
                all.isEmpty() ? null : all.get(all.size() - 1).ts);
    }

    private static long mentions(Conversation conversation, List<Message> unread, String user) {
        return unread.stream()
                .filter(message -> calls(conversation, message, user))
                .count();
    }

    private static boolean calls(Conversation conversation, Message message, String user) {
        String text = Json.text(message.json, "text");
        return conversation.kind != Kind.CHANNEL
                || text.contains("<@" + user + ">")
                || text.contains("<!channel>")
                || text.contains("<!here>")
                || text.contains("<!everyone>");
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

    /** The messages of a conversation, or of one of its threads, oldest first. */
    JsonObject messages(String user, String channel, String thread) {
        Conversation in = live.conversations.visible(channel, user);
        if (in == null) {
            throw new Refused("channel_not_found");
        }
        List<JsonObject> told = in.all().stream()
                .filter(message -> message.visibleTo(user))
                .filter(message -> thread.isEmpty()
                        ? !Conversation.isReply(message)
                        : thread.equals(message.ts) || Objects.equals(message.thread(), thread))
                .map(message -> told(in, message, user))
                .toList();
        return Json.object("messages", told);
    }

    private JsonObject told(Conversation in, Message message, String user) {
        JsonObject json = in.told(message, false);
        List<JsonObject> blocks = Json.objects(json, "blocks");
        return Json.object(
                "ts", message.ts,
                "user", message.author(),
                "botId", json.get("bot_id"),
                "username", username(message.author()),
                "text", Json.text(json, "text"),
                "blocks", blocks.isEmpty() ? null : blocks,
                "values",
                        blocks.isEmpty()
                                ? null
                                : live.messageStates
                                        .of(user, in.id, message.ts, blocks)
                                        .values(),
                "edited", json.has("edited") ? true : null,
                "threadTs", json.get("thread_ts"),
                "replyCount", json.get("reply_count"),
                "ephemeral", message.ephemeral() ? true : null);
    }

    private String username(String author) {
        Person person = live.person(author);
        if (person != null) {
            return person.realName();
        }
        return author.equals(live.app().user()) ? live.app().name() : "Slackbot";
    }
}
