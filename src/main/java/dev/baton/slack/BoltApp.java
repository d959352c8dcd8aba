package dev.baton.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.handler.builtin.DefaultUnmatchedRequestHandler;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.service.builtin.oauth.view.default_impl.OAuthDefaultInstallPageRenderer;
import com.slack.api.bolt.service.builtin.oauth.view.default_impl.OAuthDefaultRedirectUriPageRenderer;
import com.slack.api.util.thread.DaemonThreadExecutorServiceProvider;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt as Baton uses it: with a list of middleware of our own, since Bolt's asks Slack who it is while being put together
 * and again later, and checks signatures that {@link HttpDoor} has checked before. Nothing is read from the environment.
 */
public final class BoltApp {
    private static final Logger log = LoggerFactory.getLogger(BoltApp.class);

    private BoltApp() {}

    /** An app without any listener yet; calls nobody. */
    public static App build(SlackApi api, Identity identity, Refusals refusals) {
        List<Middleware> list = new ArrayList<>();
        list.add(new SSLCheck(null));
        list.add(refusals);
        list.add((req, resp, chain) -> introduce(api, identity, req, chain));
        list.add(new OwnEvents(identity));
        list.add(new Outsiders(identity));
        return new App(config(api), api.slack(), list);
    }

    @SuppressWarnings("rawtypes") // Bolt's interface
    private static Response introduce(SlackApi api, Identity identity, Request req, MiddlewareChain chain)
            throws Exception {
        Context context = req.getContext();
        context.setBotToken(api.botToken());
        identity.bot().ifPresent(us -> {
            context.setBotUserId(us.userId());
            context.setBotId(us.botId());
            if (context.getTeamId() == null) context.setTeamId(us.teamId());
        });
        return chain.next(req);
    }

    /** Each field by name: the builder fills the ones left out from environment variables. */
    @SuppressWarnings("deprecation") // these too are read from the environment when left out
    private static AppConfig config(SlackApi api) {
        return AppConfig.builder()
                .slack(api.slack())
                .executorServiceProvider(DaemonThreadExecutorServiceProvider.getInstance())
                .threadPoolSize(1)
                .singleTeamBotToken(api.botToken())
                .signingSecret(null)
                .verificationToken(null)
                .clientId(null)
                .clientSecret(null)
                .redirectUri(null)
                .scope(null)
                .userScope(null)
                .appPath(null)
                .oauthStartPath(null)
                .oauthInstallPath(null)
                .oauthCallbackPath(null)
                .oauthRedirectUriPath(null)
                .oauthCancellationUrl(null)
                .oauthCompletionUrl(null)
                .oAuthInstallPathEnabled(false)
                .oAuthStartEnabled(false)
                .oAuthRedirectUriPathEnabled(false)
                .oAuthCallbackEnabled(false)
                .openIDConnectEnabled(false)
                .oAuthInstallPageRenderingEnabled(false)
                .oAuthInstallPageRenderer(new OAuthDefaultInstallPageRenderer())
                .oAuthRedirectUriPageRenderer(new OAuthDefaultRedirectUriPageRenderer())
                .unmatchedRequestHandler(BoltApp::unmatched)
                .authTestCacheEnabled(false)
                .authTestCacheExpirationMillis(0)
                .tokenRotationExpirationMillis(0)
                .classicAppPermissionsEnabled(false)
                .stateValidationEnabled(true)
                .alwaysRequestUserTokenNeeded(false)
                .appInitializersEnabled(false)
                .subtypedMessageEventsAutoAckEnabled(true)
                .allEventsApiAutoAckEnabled(false)
                .attachingFunctionTokenEnabled(false)
                .sslCheckEnabled(true)
                .requestVerificationEnabled(false)
                .ignoringSelfEventsEnabled(false)
                .ignoringSelfAssistantMessageEventsEnabled(false)
                .build();
    }

    /** An event nobody listens to is none of our business, and "not found" would make Slack repeat it. */
    private static Response unmatched(Request<?> request) {
        log.info("Nobody listens to this {}", request.getRequestType());
        return request.getRequestType() == RequestType.Event
                ? Response.ok()
                : new DefaultUnmatchedRequestHandler().handle(request);
    }
}
