package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.Conversation.Kind;
import dev.baton.sandbox.Workspace.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code conversations.*}: opening, looking up, reading. */
final class ConversationsApi {
    private static final int MOST_PEOPLE = 8;

    private final Live live;
    private final Scopes scopes;

    ConversationsApi(Live live, Scopes scopes) {
        this.live = live;
        this.scopes = scopes;
    }

    Map<String, Function<Args, JsonObject>> methods() {
        return Map.of(
                "conversations.open", this::open,
                "conversations.info", this::info,
                "conversations.members", this::members,
                "conversations.history", this::history,
                "conversations.replies", this::replies);
    }

    private JsonObject open(Args args) {
        if (args.has("channel")) {
            return opened(live.conversations.forBot(args.text("channel")), args);
        }
        List<Person> people = new ArrayList<>();
        for (String id : args.text("users").split(",", -1)) {
            if (!id.isBlank()) {
                people.add(live.someone(id.strip()));
            }
        }
        if (people.isEmpty()) {
            throw new Refused("users_list_not_supplied");
        }
        if (people.size() > MOST_PEOPLE) {
            throw new Refused("too_many_users");
        }
        scopes.need(people.size() == 1 ? "im:write" : "mpim:write");
        if (people.size() > 1) {
            return opened(live.conversations.group(people), args);
        }
        Person person = people.get(0);
        if (person.deleted() && !live.conversations.exists("D" + person.id().substring(1))) {
            throw new Refused("user_disabled");
        }
        return opened(live.conversations.direct(person), args);
    }

    private JsonObject opened(Conversation conversation, Args args) {
        JsonObject channel = args.flag("return_im") ? told(conversation) : Json.object("id", conversation.id);
        return Json.object("ok", true, "channel", channel);
    }

    private JsonObject info(Args args) {
        Conversation found = live.conversations.forBot(args.text("channel"));
        scopes.need(found, "read");
        JsonObject channel = told(found);
        if (args.flag("include_num_members")) {
            channel.addProperty("num_members", found.members.size());
        }
        return Json.object("ok", true, "channel", channel);
    }

    private JsonObject told(Conversation found) {
        JsonObject told = Json.object(
                "id",
                found.id,
                "created",
                live.opening.start().getEpochSecond(),
                "is_channel",
                found.kind == Kind.CHANNEL && !found.isPrivate,
                "is_group",
                found.kind == Kind.CHANNEL && found.isPrivate,
                "is_im",
                found.kind == Kind.DIRECT,
                "is_mpim",
                found.kind == Kind.GROUP,
                "is_private",
                found.isPrivate,
                "is_archived",
                found.archived,
                "is_ext_shared",
                found.shared,
                "is_shared",
                found.shared,
                "is_org_shared",
                false,
                "is_pending_ext_shared",
                false,
                "context_team_id",
                live.opening.team());
        if (found.kind == Kind.DIRECT) {
            found.members.stream()
                    .filter(member -> !member.equals(live.app().user()))
                    .forEach(member -> told.addProperty("user", member));
        } else {
            told.addProperty("name", found.name);
            told.addProperty("name_normalized", found.name);
            told.addProperty("is_general", found.name.equals("general"));
            told.addProperty("is_member", live.conversations.isBotIn(found));
        }
        return told;
    }

    private JsonObject members(Args args) {
        Conversation found = live.conversations.forBot(args.text("channel"));
        scopes.need(found, "read");
        Slice<String> slice = Slice.of(found.members.stream().sorted().toList(), args, 100, 1000);
        JsonObject answer = Json.object("ok", true, "members", slice.items());
        slice.tell(answer);
        return answer;
    }

    private JsonObject history(Args args) {
        Conversation found = readable(args);
        List<Message> newestFirst = new ArrayList<>(within(found.roots(), args));
        Collections.reverse(newestFirst);
        return told(found, Slice.of(newestFirst, args, 100, 999), args);
    }

    private JsonObject replies(Args args) {
        Conversation found = readable(args);
        Message asked = found.find(args.text("ts"));
        if (asked == null || asked.ephemeral()) {
            throw new Refused("thread_not_found");
        }
        String thread = asked.thread();
        Message parent = thread == null ? asked : found.find(thread);
        List<Message> all = new ArrayList<>();
        if (parent != null) {
            all.add(parent);
            all.addAll(within(found.replies(parent.ts), args));
        }
        return told(found, Slice.of(all, args, 1000, 1000), args);
    }

    private Conversation readable(Args args) {
        Conversation found = live.conversations.forBot(args.text("channel"));
        scopes.need(found, "history");
        if (!live.conversations.isBotIn(found)) {
            throw new Refused("not_in_channel");
        }
        return found;
    }

    private static List<Message> within(List<Message> messages, Args args) {
        long oldest = bound(args, "oldest", 0);
        long latest = bound(args, "latest", Long.MAX_VALUE);
        boolean inclusive = args.flag("inclusive");
        return messages.stream()
                .filter(message -> {
                    long at = Stamps.micros(message.ts);
                    return (at > oldest || (inclusive && at == oldest)) && (at < latest || (inclusive && at == latest));
                })
                .toList();
    }

    private static long bound(Args args, String key, long otherwise) {
        String written = args.text(key);
        if (written.isEmpty()) {
            return otherwise;
        }
        long micros = Stamps.micros(written);
        if (micros < 0) {
            throw new Refused("invalid_ts_" + key);
        }
        return micros;
    }

    private static JsonObject told(Conversation found, Slice<Message> slice, Args args) {
        boolean withMetadata = args.flag("include_all_metadata");
        JsonObject answer = Json.object(
                "ok",
                true,
                "messages",
                slice.items().stream()
                        .map(message -> found.told(message, withMetadata))
                        .toList());
        slice.tell(answer);
        return answer;
    }
}
