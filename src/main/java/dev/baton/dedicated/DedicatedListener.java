package dev.baton.dedicated;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;

/** Slack's one gesture about Dedicated: the tick. */
final class DedicatedListener {
    private final DedicatedDesk desk;

    DedicatedListener(DedicatedDesk desk) {
        this.desk = desk;
    }

    void register(App app) {
        app.blockAction(DedicatedScreens.READ, this::read);
    }

    private Response read(BlockActionRequest request, ActionContext context) {
        SalesforceId account = SalesforceId.parse(Pressed.value(request))
                .orElseThrow(() -> new Refusal("This button belongs to no account I know."));
        desk.read(request.getPayload().getUser().getId(), Gestures.of(request), account);
        return context.ack();
    }
}
