package dev.baton.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.baton.notice.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call to Slack. The SDK reports failure in three ways: an answer that says {@code ok:false}, an exception
 * for an HTTP status, and an exception for the network. Here they become one, sorted by what it means.
 *
 * @param value the answer, when it was ok
 * @param no what stood in the way, when it was not
 */
record Reply<T>(Optional<T> value, Optional<No> no) {
    private static final Duration BUSY = Duration.ofSeconds(30);
    private static final Duration ODD = Duration.ofMinutes(1);
    private static final Duration UNREACHABLE = Duration.ofSeconds(5);

    /** One call with the SDK. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws IOException, SlackApiException;
    }

    /**
     * @param error Slack's word for it, or ours
     * @param why the same with what else Slack told, fit for a log
     * @param pause how long to leave it, when it may be tried again
     */
    record No(Fault fault, String error, String why, Duration pause) {
        Outcome outcome() {
            return switch (fault) {
                case WORKSPACE -> new Outcome.Pause(why);
                case LATER -> new Outcome.Retry(pause, why);
                case PERHAPS -> new Outcome.Unknown(why);
                case PERMANENT -> new Outcome.Dead(why);
            };
        }
    }

    static <T extends SlackApiTextResponse> Reply<T> to(String method, Call<T> call) {
        try {
            T answer = call.make();
            if (answer == null) return no(Fault.PERHAPS, "empty_answer", method, "", Duration.ZERO);
            if (answer.isOk()) return new Reply<>(Optional.of(answer), Optional.empty());
            return refused(method, answer.getError(), answer);
        } catch (SlackApiException e) {
            return status(method, e);
        } catch (IOException e) {
            return network(method, e);
        } catch (RuntimeException e) {
            // An answer that is no JSON, or JSON of another shape; the call itself may well have been carried out.
            return no(Fault.PERHAPS, "unreadable_answer", method, e.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    <R> R fold(Function<T, R> ok, Function<No, R> otherwise) {
        return value.isPresent() ? ok.apply(value.get()) : otherwise.apply(no.orElseThrow());
    }

    T orThrow(Function<No, ? extends RuntimeException> failure) {
        return value.orElseThrow(() -> failure.apply(no.orElseThrow()));
    }

    private static <T> Reply<T> refused(String method, @Nullable String error, @Nullable SlackApiTextResponse answer) {
        if (error == null) return no(Fault.PERHAPS, "unreadable_answer", method, "", Duration.ZERO);
        String needed = answer == null || answer.getNeeded() == null ? "" : "needs " + answer.getNeeded();
        return no(Fault.of(error), error, method, needed, BUSY);
    }

    private static <T> Reply<T> status(String method, SlackApiException e) {
        int code = e.getResponse().code();
        if (code == 429) return no(Fault.LATER, "ratelimited", method, "", retryAfter(e));
        if (code < 300 || code >= 500) return no(Fault.PERHAPS, "http_" + code, method, "", Duration.ZERO);
        if (e.getError() != null && e.getError().getError() != null)
            return refused(method, e.getError().getError(), e.getError());
        // Asking for too much will be too much tomorrow; any other 3xx or 4xx is somebody's proxy in between.
        boolean ours = code == 400 || code == 413 || code == 414;
        return no(ours ? Fault.PERMANENT : Fault.LATER, "http_" + code, method, "", ODD);
    }

    private static Duration retryAfter(SlackApiException e) {
        String header = e.getResponse().header("Retry-After", "");
        return header != null && header.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(header)) : BUSY;
    }

    private static <T> Reply<T> network(String method, IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SlackApi.NotSent notSent)
                return no(Fault.LATER, "unreachable", method, String.valueOf(notSent.getMessage()), UNREACHABLE);
        }
        String word = e instanceof InterruptedIOException ? "timeout" : "no_answer";
        return no(Fault.PERHAPS, word, method, e.getClass().getSimpleName(), Duration.ZERO);
    }

    private static <T> Reply<T> no(Fault fault, String error, String method, String more, Duration pause) {
        String why = method + ": " + error + (more.isEmpty() ? "" : " (" + more + ")");
        return new Reply<>(Optional.empty(), Optional.of(new No(fault, error, why, pause)));
    }
}
