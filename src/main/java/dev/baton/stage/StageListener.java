package dev.baton.stage;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.baton.account.Refusal;
import dev.baton.account.SalesforceId;
import dev.baton.handbook.Stage;
import dev.baton.slack.Courier;
import dev.baton.slack.Form;
import dev.baton.slack.Gestures;
import dev.baton.slack.Pressed;
import dev.baton.stage.StageDesk.MovedOn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Slack's gestures about stages: each becomes typed input, one call of a desk, and an answer. */
final class StageListener {
    private final StageDesk desk;
    private final ReversalDesk reversals;
    private final Courier courier;
    private final StageScreens forms = new StageScreens();
    private final ReversalScreens answers = new ReversalScreens();
    private @Nullable BiFunction<String, SalesforceId, View> card;

    StageListener(StageDesk desk, ReversalDesk reversals, Courier courier) {
        this.desk = desk;
        this.reversals = reversals;
        this.courier = courier;
    }

    /** @param drawn the account's card, on which the form is laid and which is drawn anew after it */
    void over(BiFunction<String, SalesforceId, View> drawn) {
        card = drawn;
    }

    void register(App app) {
        app.blockAction(StageScreens.OPEN, this::open);
        app.blockAction(StageScreens.CHOOSE, this::choose);
        app.blockAction(Wish.STAGE, this::grow);
        app.viewSubmission(StageScreens.FORM, this::save);
        app.blockAction(ReversalScreens.APPROVE, this::approve);
        app.blockAction(ReversalScreens.REFUSE, this::refuse);
        app.viewSubmission(ReversalScreens.REFUSAL, this::refused);
    }

    /** The card asks for an account's deals, a message that has one deal moved for that one. */
    private Response open(BlockActionRequest request, ActionContext context) {
        String person = Pressed.by(request);
        SalesforceId id = id(Pressed.value(request));
        List<StageForm> deals = id.kind() == SalesforceId.Kind.OPPORTUNITY
                ? List.of(desk.editing(person, id))
                : desk.choice(person, id);
        View view = deals.size() == 1 ? forms.form(deals.get(0)) : forms.which(deals);
        String trigger = request.getPayload().getTriggerId();
        if (request.getPayload().getView() == null) {
            courier.openView(trigger, view);
        } else {
            courier.pushView(trigger, view);
        }
        return context.ack();
    }

    /** In place of the choice, so that the form lies right on the card. */
    private Response choose(BlockActionRequest request, ActionContext context) {
        View choice = request.getPayload().getView();
        StageForm form = desk.editing(Pressed.by(request), id(Pressed.value(request)));
        if (choice != null) {
            courier.updateView(choice.getId(), choice.getHash(), forms.form(form));
        }
        return context.ack();
    }

    private Response grow(BlockActionRequest request, ActionContext context) {
        View view = request.getPayload().getView();
        if (view != null) {
            Drawn drawn = Drawn.of(view);
            StageForm form = desk.growing(Pressed.by(request), drawn.deal(), wish(Form.of(view)));
            courier.updateView(view.getId(), view.getHash(), forms.form(form.drawnFor(drawn.shown())));
        }
        return context.ack();
    }

    private Response save(ViewSubmissionRequest request, ViewSubmissionContext context) {
        String person = request.getPayload().getUser().getId();
        View view = request.getPayload().getView();
        Drawn drawn = Drawn.of(view);
        Form form = Form.of(view);
        Wish wish = wish(form);
        try {
            desk.complaints(person, drawn.deal(), drawn.shown(), wish).forEach(form::error);
            form.orRefuse();
            SalesforceId account = desk.update(person, Gestures.of(request), drawn.deal(), drawn.shown(), wish);
            if (view.getPreviousViewId() != null && card != null) {
                courier.redraw(view.getPreviousViewId(), card.apply(person, account));
            }
            return context.ack();
        } catch (MovedOn moved) {
            return context.ackWithUpdate(forms.form(moved.again()));
        }
    }

    private Response approve(BlockActionRequest request, ActionContext context) {
        reversals.approve(Pressed.by(request), Gestures.of(request), Pressed.number(request));
        return context.ack();
    }

    private Response refuse(BlockActionRequest request, ActionContext context) {
        ReversalView view = reversals.refusing(Pressed.by(request), Pressed.number(request));
        courier.openView(request.getPayload().getTriggerId(), answers.refusal(view));
        return context.ack();
    }

    private Response refused(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        String why = Form.of(view).required(ReversalScreens.WORDS, "Say why: whoever asked reads it.");
        reversals.refuse(
                request.getPayload().getUser().getId(),
                Gestures.of(request),
                Pressed.number(view.getPrivateMetadata()),
                why);
        return context.ack();
    }

    private static Wish wish(Form form) {
        Optional<Stage> to = form.choice(Wish.STAGE)
                .flatMap(chosen -> Arrays.stream(Stage.values())
                        .filter(stage -> stage.name().equals(chosen))
                        .findFirst());
        return new Wish(to, form.date(Wish.CLOSE_DATE), form.date(Wish.START), form.text(Wish.REASON));
    }

    private static SalesforceId id(String value) {
        return SalesforceId.parse(value).orElseThrow(() -> new Refusal("This belongs to no account I know."));
    }

    /** What a form carries: which deal it is about, and the stage it showed. */
    private record Drawn(SalesforceId deal, Stage shown) {
        static Drawn of(View view) {
            String[] carried = String.valueOf(view.getPrivateMetadata()).split(":", 2);
            Optional<Stage> shown = Arrays.stream(Stage.values())
                    .filter(stage -> carried.length == 2 && stage.name().equals(carried[1]))
                    .findFirst();
            return new Drawn(
                    id(carried[0]), shown.orElseThrow(() -> new Refusal("This form is not mine. Open it again.")));
        }
    }
}
