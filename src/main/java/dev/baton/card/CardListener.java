package dev.baton.card;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.slack.Command;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Pressed;
import java.util.function.BiFunction;

/** Slack's gestures of somebody who looks an account up. They change nothing, so none is kept. */
final class CardListener {
    private final CardDesk desk;
    private final BiFunction<String, SalesforceId, View> card;
    private final FinderScreens finder = new FinderScreens();
    private final LogScreens logs = new LogScreens();
    private final Courier courier;

    /** @param card the whole card of an account, as a person sees it */
    CardListener(CardDesk desk, BiFunction<String, SalesforceId, View> card, Courier courier) {
        this.desk = desk;
        this.card = card;
        this.courier = courier;
    }

    void register(App app) {
        app.command("/account", this::look);
        app.viewSubmission(FinderScreens.CALLBACK, this::search);
        app.blockAction(FinderScreens.OPEN, this::open);
        app.blockAction(CardScreens.LOG, this::log);
        app.blockAction(LogScreens.TURN, this::turn);
        app.blockAction(LogScreens.TURN_BACK, this::turn);
    }

    Response look(SlashCommandRequest request, SlashCommandContext context) {
        String person = request.getPayload().getUserId();
        courier.openView(request.getPayload().getTriggerId(), found(person, Command.typed(request)));
        return context.ack();
    }

    private Response search(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String typed = Form.of(request.getPayload().getView())
                .text(FinderScreens.FIELD)
                .orElse("");
        return context.ackWithUpdate(found(request.getPayload().getUser().getId(), typed));
    }

    private View found(String person, String typed) {
        Found found = desk.find(person, typed);
        return found.single().map(id -> card.apply(person, id)).orElseGet(() -> finder.finder(found));
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        show(request, card.apply(person(request), account(Pressed.value(request))));
        return context.ack();
    }

    private Response log(BlockActionRequest request, ActionContext context) {
        courier.pushView(request.getPayload().getTriggerId(), page(request));
        return context.ack();
    }

    private Response turn(BlockActionRequest request, ActionContext context) {
        show(request, page(request));
        return context.ack();
    }

    private View page(BlockActionRequest request) {
        String[] parts = Pressed.value(request).split(":", 2);
        boolean numbered = parts.length == 2 && parts[1].matches("[0-9]{1,6}");
        return logs.page(desk.log(person(request), account(parts[0]), numbered ? Integer.parseInt(parts[1]) : 0));
    }

    /** In place of what the button stood on. */
    private void show(BlockActionRequest request, View view) {
        View shown = request.getPayload().getView();
        if (shown == null) {
            courier.openView(request.getPayload().getTriggerId(), view);
        } else {
            courier.updateView(shown.getId(), shown.getHash(), view);
        }
    }

    private static String person(BlockActionRequest request) {
        return request.getPayload().getUser().getId();
    }

    static SalesforceId account(String value) {
        return SalesforceId.parse(value)
                .orElseThrow(() -> new Refusal("This button belongs to no account I know. Type /account."));
    }
}
