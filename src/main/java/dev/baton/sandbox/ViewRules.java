package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Slack accepts as a modal or a Home tab. */
final class ViewRules {
    private static final int LARGEST_BYTES = 250 * 1024;

    private ViewRules() {}

    /** @throws Refused naming everything that is wrong, as {@code views.open} would */
    static JsonObject modal(JsonObject view) {
        return check(view, "modal");
    }

    static JsonObject home(JsonObject view) {
        return check(view, "home");
    }

    private static JsonObject check(JsonObject view, String type) {
        if (view.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            throw new Refused("view_too_large");
        }
        Problems problems = new Problems();
        Node node = new Node(view, "/view", problems);
        node.required("type").choice("type", type).required("blocks");
        node.string("private_metadata", 0, 3000).string("callback_id", 0, 255).string("external_id", 0, 255);
        if (type.equals("modal")) {
            modalOnly(node);
        } else {
            node.only("blocks", "private_metadata", "callback_id", "external_id");
        }
        BlockRules.check(node, type.equals("modal") ? 1 : 0, BlockRules.IN_VIEW);
        problems.refuse("invalid_arguments");
        return view;
    }

    private static void modalOnly(Node modal) {
        modal.only(
                        "title",
                        "blocks",
                        "close",
                        "submit",
                        "private_metadata",
                        "callback_id",
                        "clear_on_close",
                        "notify_on_close",
                        "external_id",
                        "submit_disabled")
                .required("title")
                .flag("clear_on_close", "notify_on_close", "submit_disabled");
        for (String label : List.of("title", "submit", "close")) {
            TextRules.plain(modal, label, 24);
        }
        boolean inputs = Json.objects(modal.json, "blocks").stream()
                .anyMatch(block -> Json.text(block, "type").equals("input"));
        if (inputs && !modal.has("submit")) {
            modal.wrong("missing required field: submit");
        }
    }
}
