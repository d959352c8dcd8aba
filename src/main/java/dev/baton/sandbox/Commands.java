package dev.baton.sandbox;

import com.google.gson.JsonObject;
import dev.baton.sandbox.AppCalls.Answer;
import dev.baton.sandbox.Ledger.Direction;
import dev.baton.sandbox.ResponseUrls.Spot;
import dev.baton.sandbox.Workspace.Command;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slash commands: from what somebody typed to what the app answered. */
final class Commands {
    private final Live live;
    private final AppCalls app;
    private final Payloads payloads;
    private final Posts posts;
    private final Responses responses;
    private final Ledger ledger;

    Commands(Live live, AppCalls app, Payloads payloads, Posts posts, Responses responses, Ledger ledger) {
        this.live = live;
        this.app = app;
        this.payloads = payloads;
        this.posts = posts;
        this.responses = responses;
        this.ledger = ledger;
    }

    /** Ends when the app has answered, or had its three seconds. */
    CompletableFuture<JsonObject> type(String user, String channel, String text) {
        String word = text.strip().split("\\s", 2)[0];
        Command command = known(word);
        if (command == null) {
            throw new Refused(word + " is not a valid command. No app here has registered it.");
        }
        String rest = text.strip().substring(word.length()).strip();
        JsonObject fields = live.look(() -> fields(command, user, channel, rest));
        return app.command(fields).thenApply(answer -> live.change(() -> answered(command, user, channel, answer)));
    }

    private @Nullable Command known(String word) {
        return live.opening.manifest().commands().stream()
                .filter(command -> command.command().equals(word))
                .findFirst()
                .orElse(null);
    }

    private JsonObject fields(Command command, String user, String channel, String text) {
        Conversation in = visible(user, channel);
        return Json.object(
                "token", Payloads.TOKEN,
                "team_id", live.opening.team(),
                "team_domain", live.opening.domain(),
                "channel_id", in.id,
                "channel_name", Payloads.channelName(in),
                "user_id", user,
                "user_name", live.someone(user).name(),
                "command", command.command(),
                "text", command.escaped() ? linked(escaped(text)) : escaped(text),
                "api_app_id", live.app().id(),
                "is_enterprise_install", false,
                "response_url", payloads.responseUrl(user, in, null),
                "trigger_id", payloads.trigger(user, null, in.id));
    }

    private Conversation visible(String user, String channel) {
        live.someone(user);
        Conversation in = live.conversations.visible(channel, user);
        if (in == null) {
            throw new Refused("channel_not_found");
        }
        return in;
    }

    /** A command's text reaches the app escaped, as every text that a person types. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** With {@code should_escape} the app gets ids for the names of people and channels. */
    private String linked(String text) {
        String linked = text;
        for (Workspace.Person person : live.people()) {
            linked = linked.replaceAll(
                    "@" + Pattern.quote(person.name()) + "\\b", link("@", person.id(), person.name()));
        }
        for (Workspace.Channel channel : live.opening.channels()) {
            linked = linked.replaceAll(
                    "#" + Pattern.quote(channel.name()) + "\\b", link("#", channel.id(), channel.name()));
        }
        return linked;
    }

    private static String link(String sign, String id, String name) {
        return Matcher.quoteReplacement("<" + sign + id + "|" + name + ">");
    }

    private JsonObject answered(Command command, String user, String channel, Answer answer) {
        if (!answer.ok()) {
            String words = answer.failure().equals("operation_timeout")
                    ? command.command() + " did not respond (operation_timeout)"
                    : command.command() + " failed with the error \"dispatch_failed\"";
            return failed(user, channel, words);
        }
        if (answer.body().isBlank()) {
            return Json.object("ok", true);
        }
        JsonObject json = answer.body().strip().startsWith("{") ? Json.parseObject(answer.body()) : null;
        JsonObject said = json == null ? Json.object("text", answer.body()) : json;
        try {
            responses.respond(new Spot(user, channel, null, null, live.clock.instant()), said);
            return Json.object("ok", true);
        } catch (Refused refused) {
            ledger.add(Direction.TO_SLACK, "command answer", false, refused.error(), said, refused.answer());
            return failed(user, channel, command.command() + " failed with the error \"" + refused.error() + "\"");
        }
    }

    private JsonObject failed(String user, String channel, String words) {
        posts.bySlackbot(visible(user, channel), words, user);
        return Json.object("ok", true, "trouble", words);
    }
}
