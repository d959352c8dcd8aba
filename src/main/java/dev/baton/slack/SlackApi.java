package dev.baton.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.rate_limits.metrics.MetricsDatastore;
import com.slack.api.util.http.SlackHttpClient;
import dev.baton.watch.Instruments;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The wire to Slack's Web API: one HTTP client that never sends a request twice, and that knows of each failed one whether
 * anything of it can have left this machine.
 */
public final class SlackApi implements AutoCloseable {
    /** Slack's own Web API. */
    public static final String SLACK = "https://slack.com/api/";

    /** How long a call may last. */
    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private final OkHttpClient http;
    private final SlackHttpClient client;
    private final Slack slack;
    private final String botToken;
    private volatile Instruments instruments = Instruments.silent();

    /**
     * Connects to nothing yet.
     *
     * @param apiUrl the Web API's base address, ends in {@code /api/}; {@link #SLACK} for Slack itself
     */
    public SlackApi(String apiUrl, String botToken) {
        this(apiUrl, botToken, CALL_TIMEOUT);
    }

    /** The same, with calls that may last that long and no longer. */
    public SlackApi(String apiUrl, String botToken, Duration callTimeout) {
        this.botToken = botToken;
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        config.setHttpClientCallTimeoutMillis((int) callTimeout.toMillis());
        // The SDK's statistics ask auth.test which workspace a token belongs to, before the call that was wanted.
        config.setStatsEnabled(false);
        // The SDK's listener logs whole answers at debug level.
        config.setHttpClientResponseHandlers(new ArrayList<>());
        this.http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                // OkHttp otherwise sends a POST again when a kept-alive connection drops: one call, two messages.
                .retryOnConnectionFailure(false)
                .callTimeout(callTimeout)
                .addInterceptor(SlackApi::watch)
                .addNetworkInterceptor(SlackApi::writeOnce)
                .build();
        this.client = new SlackHttpClient(http);
        client.setConfig(config);
        this.slack = Slack.getInstance(config, client);
        endStatistics(config);
    }

    /** Nobody asks for them, and each kind keeps a thread awake twenty times a second. */
    private static void endStatistics(SlackConfig config) {
        List<MetricsDatastore> all = List.of(
                config.getMethodsConfig().getMetricsDatastore(),
                config.getSCIMConfig().getMetricsDatastore(),
                config.getSCIM2Config().getMetricsDatastore(),
                config.getAuditConfig().getMetricsDatastore());
        for (MetricsDatastore each : all) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("The statistics of Slack's client do not end", e);
            }
        }
    }

    /** The SDK's entry, for Bolt. */
    Slack slack() {
        return slack;
    }

    /** The synchronous client: the asynchronous one queues in memory, and one busy channel delays everything else. */
    MethodsClient methods() {
        return slack.methods(botToken);
    }

    /** The same with another token than the bot's. */
    MethodsClient methods(String token) {
        return slack.methods(token);
    }

    /** Counts and times its calls there from now on. */
    public SlackApi measuredBy(Instruments measuring) {
        instruments = measuring;
        return this;
    }

    /** Makes one call, and takes its time. */
    <T extends SlackApiTextResponse> Reply<T> call(String method, Reply.Call<T> call) {
        Instruments.Lap lap = instruments.begin();
        Reply<T> reply = Reply.to(method, call);
        instruments.called(lap, method, reply.no().map(Reply.No::error).orElse("ok"));
        return reply;
    }

    /** The same for what is no method of the Web API. */
    void called(Instruments.Lap since, String what, String outcome) {
        instruments.called(since, what, outcome);
    }

    Instruments.Lap begin() {
        return instruments.begin();
    }

    String botToken() {
        return botToken;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's client does not close", e);
        }
    }

    private static Response watch(Interceptor.Chain chain) throws IOException {
        Written written = new Written();
        try {
            return chain.proceed(
                    chain.request().newBuilder().tag(Written.class, written).build());
        } catch (IOException e) {
            if (written.once) throw e;
            throw new NotSent(e);
        }
    }

    /** OkHttp follows a 503 with "Retry-After: 0" by sending again, whatever it was told about retries. */
    private static Response writeOnce(Interceptor.Chain chain) throws IOException {
        Written written = chain.request().tag(Written.class);
        if (written != null) {
            if (written.once) throw new IOException("not sent a second time");
            written.once = true;
        }
        return chain.proceed(chain.request());
    }

    /** Whether a connection stood and the request began to be written; one call, one thread. */
    private static final class Written {
        private boolean once;
    }

    /** The connection never stood: refused, no such host, no route. Nothing of the request was written. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent(IOException cause) {
            super(cause);
        }
    }
}
