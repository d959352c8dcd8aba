package dev.baton.slack;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.views.ViewsUpdateResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import com.slack.api.model.view.View;
import com.slack.api.webhook.WebhookResponse;
import dev.baton.notice.Message;
import dev.baton.notice.Outcome;
import dev.baton.notice.Outlet;
import dev.baton.notice.Try;
import dev.baton.notice.Undelivered;
import dev.baton.watch.Instruments;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out to Slack: for the notice runner as its {@link Outlet}, and for listeners that open and change views.
 * Whatever Slack answers is looked at here, once, and a failure of the whole workspace makes Baton unready.
 */
public final class Courier implements Outlet {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int TEXT = 4000;
    private static final String RESPONSE_URL = "response_url";
    private static final Set<String> NOT_EDITABLE =
            Set.of("edit_window_closed", "cant_update_message", "cannot_update_message");
    private static final String DELETED = "message_not_found";
    private static final Set<String> UNSEEN = Set.of("channel_not_found", "not_in_channel");
    private static final Set<String> VIEW_MOVED_ON = Set.of("hash_conflict", "not_found", "view_not_found");

    private final SlackApi api;
    private final Identity identity;
    private final Lookup lookup;

    public Courier(SlackApi api, Identity identity) {
        this.api = api;
        this.identity = identity;
        this.lookup = new Lookup(this::call, api);
    }

    // For the runner

    /** Slack goes on accepting messages for people who have left, so whether they are still there is asked first. */
    @Override
    public String open(String person) {
        User user = call("users.info", () -> api.methods().usersInfo(r -> r.user(person)))
                .orThrow(Courier::undelivered)
                .getUser();
        if (user != null && user.isDeleted())
            throw new Undelivered(new Outcome.Dead("users.info: the account of " + person + " is deactivated"));
        return call("conversations.open", () -> api.methods().conversationsOpen(r -> r.users(List.of(person))))
                .orThrow(Courier::undelivered)
                .getChannel()
                .getId();
    }

    @Override
    public Optional<String> find(Try attempt) {
        return lookup.find(attempt, Stamp.of(attempt));
    }

    @Override
    public Outcome perform(Try attempt, Message message) {
        return switch (attempt.verb()) {
            case POST -> post(attempt, attempt.thread(), message, Stamp.of(attempt));
            case UPDATE -> update(attempt, message);
        };
    }

    private Outcome post(Try attempt, Optional<String> thread, Message message, Stamp stamp) {
        Reply<ChatPostMessageResponse> reply = call(
                "chat.postMessage",
                () -> api.methods()
                        .chatPostMessage(r -> r.channel(attempt.channel())
                                .threadTs(thread.orElse(null))
                                .text(Clip.mrkdwn(message.text(), TEXT))
                                .blocksAsString(blocks(message))
                                .metadata(stamp.metadata(attempt.tryId()))
                                .unfurlLinks(false)
                                .unfurlMedia(false)));
        return reply.fold(
                answer -> answer.getTs() == null
                        ? new Outcome.Unknown("chat.postMessage: ok without a ts")
                        : new Outcome.Sent(answer.getTs()),
                Reply.No::outcome);
    }

    private Outcome update(Try attempt, Message message) {
        String ts = attempt.ts().orElseThrow(() -> new IllegalArgumentException("An update names its message"));
        Reply<ChatUpdateResponse> reply = call(
                "chat.update",
                () -> api.methods()
                        .chatUpdate(r -> r.channel(attempt.channel())
                                .ts(ts)
                                .text(Clip.mrkdwn(message.text(), TEXT))
                                .blocksAsString(blocks(message))));
        return reply.fold(answer -> new Outcome.Sent(ts), no -> {
            if (NOT_EDITABLE.contains(no.error())) return replyInstead(attempt, ts, message);
            if (DELETED.equals(no.error())) return new Outcome.Gone(no.why());
            // An update is idempotent, so "perhaps" is no reason to look first; the runner only waits.
            return no.outcome();
        });
    }

    /** Where the workspace forbids edits, the new state is said below the old, once for each state. */
    private Outcome replyInstead(Try attempt, String ts, Message message) {
        Stamp stamp = Stamp.of(attempt).about(message.hash());
        Try below = new Try(
                attempt.key(),
                attempt.gen(),
                attempt.tryId(),
                attempt.verb(),
                attempt.channel(),
                Optional.of(attempt.thread().orElse(ts)),
                Optional.empty(),
                attempt.firstTry());
        try {
            if (lookup.find(below, stamp).isPresent()) return new Outcome.Sent(ts);
        } catch (Undelivered e) {
            return e.outcome();
        }
        Outcome said = post(below, below.thread(), message, stamp);
        return said instanceof Outcome.Sent ? new Outcome.Sent(ts) : said;
    }

    private static @Nullable String blocks(Message message) {
        return message.blocks().isBlank() || message.blocks().equals("[]") ? null : message.blocks();
    }

    // For listeners; each throws SlackRefused when Slack does not do it

    /** Opens a modal, within three seconds of the gesture. @return the view's id */
    public String openView(String triggerId, View view) {
        return call(
                        "views.open",
                        () -> api.methods()
                                .viewsOpen(r -> r.triggerId(triggerId).view(view)))
                .orThrow(SlackRefused::new)
                .getView()
                .getId();
    }

    /** Lays a modal over the one that is open, within three seconds of the gesture. @return the view's id */
    public String pushView(String triggerId, View view) {
        return call(
                        "views.push",
                        () -> api.methods()
                                .viewsPush(r -> r.triggerId(triggerId).view(view)))
                .orThrow(SlackRefused::new)
                .getView()
                .getId();
    }

    /**
     * Redraws an open modal.
     *
     * @param hash of the view that was seen, so that two changes at once do not overwrite each other; empty for whatever is
     *     there
     * @return false when the view has changed since, or is closed
     */
    public boolean updateView(String viewId, String hash, View view) {
        Reply<ViewsUpdateResponse> reply = call(
                "views.update",
                () -> api.methods()
                        .viewsUpdate(r -> r.viewId(viewId)
                                .hash(hash.isEmpty() ? null : hash)
                                .view(view)));
        if (reply.no().filter(no -> VIEW_MOVED_ON.contains(no.error())).isPresent()) return false;
        reply.orThrow(SlackRefused::new);
        return true;
    }

    /**
     * Redraws a modal after something that is decided and committed already. Where Slack will not have it, the old picture
     * stays: to say that something went wrong would tell of a change that was not made.
     */
    public void redraw(String viewId, View view) {
        try {
            updateView(viewId, "", view);
        } catch (SlackRefused refused) {
            log.warn("A decision was taken, and its modal still shows the time before: {}", refused.getMessage());
        }
    }

    public void publishHome(String user, View view) {
        call(
                        "views.publish",
                        () -> api.methods().viewsPublish(r -> r.userId(user).view(view)))
                .orThrow(SlackRefused::new);
    }

    /**
     * A channel as Slack has it now; empty where Baton cannot see it, because it is private and Baton was not invited.
     */
    public Optional<Channel> channel(String id) {
        Reply<ConversationsInfoResponse> reply =
                call("conversations.info", () -> api.methods().conversationsInfo(r -> r.channel(id)));
        if (reply.no().filter(no -> UNSEEN.contains(no.error())).isPresent()) return Optional.empty();
        Conversation found = reply.orThrow(SlackRefused::new).getChannel();
        boolean shared = found.isExtShared()
                || found.isPendingExtShared()
                || (found.getPendingShared() != null
                        && !found.getPendingShared().isEmpty());
        return Optional.of(new Channel(found.getId(), found.isMember(), shared, found.isArchived()));
    }

    /**
     * What matters about a channel before it is linked.
     *
     * @param shared with another company, or about to be
     */
    public record Channel(String id, boolean member, boolean shared, boolean archived) {}

    /** A line that one person sees. Works only where Baton is a member. */
    public void ephemeral(String channel, String user, String mrkdwn) {
        call(
                        "chat.postEphemeral",
                        () -> api.methods()
                                .chatPostEphemeral(
                                        r -> r.channel(channel).user(user).text(Clip.mrkdwn(mrkdwn, TEXT))))
                .orThrow(SlackRefused::new);
    }

    /** A line that one person sees, where the gesture was made; five times within thirty minutes of it. */
    public void respond(String responseUrl, String mrkdwn) {
        if (!atSlack(responseUrl)) throw new SlackRefused("response_url", "not_at_slack");
        ActionResponse line = ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(false)
                .text(Clip.mrkdwn(mrkdwn, TEXT))
                .build();
        Instruments.Lap lap = api.begin();
        String outcome = "no_answer";
        try {
            WebhookResponse answer = new ActionResponseSender(api.slack()).send(responseUrl, line);
            outcome = answer.getCode() == 200 ? "ok" : "http_" + answer.getCode();
            if (answer.getCode() != 200) throw new SlackRefused(RESPONSE_URL, outcome);
        } catch (IOException e) {
            throw new SlackRefused(RESPONSE_URL, e.getClass().getSimpleName());
        } finally {
            api.called(lap, RESPONSE_URL, outcome);
        }
    }

    /** What Baton says goes to Slack, whatever address a payload names. */
    private boolean atSlack(String address) {
        try {
            URI to = new URI(address);
            URI web = URI.create(api.slack().getConfig().getMethodsEndpointUrlPrefix());
            String host = String.valueOf(to.getHost());
            boolean slacks = "https".equals(to.getScheme()) && host.endsWith(".slack.com");
            boolean same = host.equals(web.getHost()) && web.getScheme().equals(to.getScheme());
            return slacks || (same && web.getPort() == to.getPort());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The last resort when nothing else reaches a person: a direct message, without the promises of a notice. */
    void tell(String person, String mrkdwn) {
        call(
                        "chat.postMessage",
                        () -> api.methods()
                                .chatPostMessage(r -> r.channel(person).text(Clip.mrkdwn(mrkdwn, TEXT))))
                .orThrow(SlackRefused::new);
    }

    private <T extends SlackApiTextResponse> Reply<T> call(String method, Reply.Call<T> call) {
        Reply<T> reply = api.call(method, call);
        reply.no().filter(no -> no.fault() == Fault.WORKSPACE).ifPresent(no -> identity.doubt(no.why()));
        return reply;
    }

    private static Undelivered undelivered(Reply.No no) {
        return new Undelivered(no.outcome());
    }
}
