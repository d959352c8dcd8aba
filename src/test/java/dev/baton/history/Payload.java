package dev.baton.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.baton.history.Command.Do;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Slack sends when somebody submits a form or presses a button of Baton's. Each is a gesture of its own. */
final class Payload {
    private static final String TEAM = "T0ACME";

    private Payload() {}

    /**
     * The gesture as Slack tells it.
     *
     * @param name the account's
     * @param number of the request
     * @param remark of the question, where it is answered
     */
    static JsonObject of(Do it, String name, int number, long remark, String gesture) {
        String about = String.valueOf(number);
        Form form = new Form();
        return switch (it.deed()) {
            case REQUEST -> facts(form, it, name).submitted("request.form", it.by(), "", gesture);
            case EDIT -> facts(form, it, name).submitted("request.edit.form", it.by(), about, gesture);
            case ASK -> form.typed("words", it.word()).submitted("request.ask.form", it.by(), about, gesture);
            case ANSWER ->
                form.typed("words", it.word()).submitted("request.answer.form", it.by(), "" + remark, gesture);
            case ASSIGN ->
                form.chosen("csm", "U0" + it.choice()).submitted("request.assign.form", it.by(), about, gesture);
            case REASSIGN ->
                form.chosen("csm", "U0" + it.choice())
                        .typed("reason", it.word())
                        .submitted("request.reassign.form", it.by(), about, gesture);
            case DECLINE -> form.typed("words", it.word()).submitted("request.decline.form", it.by(), about, gesture);
            case REDIRECT -> form.submitted("request.redirect.form", it.by(), about, gesture);
            case OVERRIDE ->
                form.chosen("result", it.choice())
                        .typed("words", it.word())
                        .submitted("request.override.form", it.by(), about, gesture);
            case WITHDRAW -> press(it.by(), "request.withdraw", about, gesture);
        };
    }

    /** The second form, which asks for a reason below the threshold. */
    static JsonObject anyway(Do it, String draft, String gesture) {
        return new Form()
                .typed("words", "Anyway " + it.word())
                .submitted("request.anyway.form", it.by(), draft, gesture);
    }

    private static Form facts(Form form, Do it, String name) {
        return form.typed("account_name", name)
                .typed("account_link", Site.LINK + Site.accountId(name))
                .typed("opportunity_link", Site.LINK + Site.opportunityId(name))
                .chosen("stage", "PROPOSAL")
                .value("close_date", "datepicker", "selected_date", "2024-06-14")
                .typed("lam", "1.2M")
                .typed("arr", it.choice().equals("rich") ? "420k" : "8k")
                .chosen("segment", "ENTERPRISE")
                .chosen("region", "AMER_EAST")
                .typed("notes", it.word());
    }

    private static JsonObject press(String by, String button, String value, String gesture) {
        JsonObject action = object(Map.of(
                "type", "button", "action_id", button, "block_id", "pressed", "value", value, "action_ts", gesture));
        JsonObject payload = of("block_actions", by, gesture);
        payload.add(
                "container",
                object(Map.of("type", "message", "message_ts", "1700000000.000100", "channel_id", "D0" + by)));
        payload.add("channel", object(Map.of("id", "D0" + by, "name", "directmessage")));
        JsonArray actions = new JsonArray();
        actions.add(action);
        payload.add("actions", actions);
        return payload;
    }

    private static JsonObject of(String type, String by, String gesture) {
        JsonObject payload = object(Map.of("type", type, "api_app_id", "A0BATON", "trigger_id", "1.2." + gesture));
        payload.add("user", object(Map.of("id", "U0" + by, "team_id", TEAM)));
        payload.add("team", object(Map.of("id", TEAM, "domain", "acme")));
        return payload;
    }

    private static JsonObject object(Map<String, String> values) {
        JsonObject object = new JsonObject();
        values.forEach(object::addProperty);
        return object;
    }

    /** Fields by their ids, as they are filled in. */
    private static final class Form {
        private final Map<String, JsonObject> fields = new LinkedHashMap<>();

        Form typed(String field, String text) {
            return value(field, "plain_text_input", "value", text);
        }

        Form chosen(String field, String option) {
            JsonObject chosen = object(Map.of("type", "static_select"));
            chosen.add("selected_option", object(Map.of("value", option)));
            fields.put(field, chosen);
            return this;
        }

        Form value(String field, String type, String key, String value) {
            fields.put(field, object(Map.of("type", type, key, value)));
            return this;
        }

        JsonObject submitted(String callback, String by, String about, String gesture) {
            JsonObject values = new JsonObject();
            fields.forEach((field, value) -> {
                JsonObject block = new JsonObject();
                block.add(field, value);
                values.add(field, block);
            });
            JsonObject state = new JsonObject();
            state.add("values", values);
            JsonObject view = object(Map.of(
                    "id",
                    "V" + gesture,
                    "hash",
                    "1." + gesture,
                    "type",
                    "modal",
                    "team_id",
                    TEAM,
                    "callback_id",
                    callback,
                    "private_metadata",
                    about,
                    "root_view_id",
                    "V" + gesture));
            view.add("blocks", new JsonArray());
            view.add("state", state);
            JsonObject payload = of("view_submission", by, gesture);
            payload.add("view", view);
            return payload;
        }
    }
}
