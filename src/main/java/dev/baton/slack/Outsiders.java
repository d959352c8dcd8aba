package dev.baton.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.baton.account.Refusal;
import java.util.Optional;

/** People of other companies, who meet Baton in a shared channel, are strangers whatever the people file says. */
final class Outsiders implements Middleware {
    private final Identity identity;

    Outsiders(Identity identity) {
        this.identity = identity;
    }

    /** Until Slack has told who Baton is, nobody can be told apart; the people file still decides. */
    @Override
    @SuppressWarnings("rawtypes") // Bolt's interface
    public Response apply(Request req, Response resp, MiddlewareChain chain) throws Exception {
        Optional<String> home = identity.bot().map(Identity.Bot::teamId);
        Optional<String> theirs = team(req);
        if (home.isPresent() && theirs.isPresent() && !home.equals(theirs)) {
            throw new Refusal("Baton works for the people of its own workspace only. Ask your contact there.");
        }
        return chain.next(req);
    }

    private static Optional<String> team(Request<?> request) {
        if (request instanceof SlashCommandRequest command) {
            return Optional.ofNullable(command.getPayload().getTeamId());
        }
        if (request instanceof BlockActionRequest press) {
            return Optional.ofNullable(press.getPayload().getUser().getTeamId());
        }
        if (request instanceof ViewSubmissionRequest submission) {
            return Optional.ofNullable(submission.getPayload().getUser().getTeamId());
        }
        return Optional.empty();
    }
}
