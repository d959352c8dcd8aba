package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.util.List;

/** Slack's {@code ok:false}: the error's name and, where Slack tells them, the reasons. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient List<String> reasons;
    private final transient JsonObject more;

    Refused(String error, String... reasons) {
        this(error, List.of(reasons), new JsonObject());
    }

    Refused(String error, List<String> reasons, JsonObject more) {
        super(error + (reasons.isEmpty() ? "" : " " + reasons));
        this.error = error;
        this.reasons = reasons;
        this.more = more;
    }

    String error() {
        return error;
    }

    JsonObject answer() {
        JsonObject answer = Json.object("ok", false, "error", error);
        more.entrySet().forEach(entry -> answer.add(entry.getKey(), entry.getValue()));
        if (!reasons.isEmpty()) {
            List<String> messages =
                    reasons.stream().map(reason -> "[ERROR] " + reason).toList();
            answer.add("response_metadata", Json.object("messages", messages));
            if (error.equals("invalid_blocks")) {
                answer.add("errors", Json.array(reasons));
            }
        }
        return answer;
    }
}
