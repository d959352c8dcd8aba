package dev.baton.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import dev.baton.account.Refusal;
import org.jspecify.annotations.Nullable;

/** What a press of a button carries, read with the suspicion that anything inbound deserves. */
public final class Pressed {
    private Pressed() {}

    /** Who pressed. */
    public static String by(BlockActionRequest request) {
        return request.getPayload().getUser().getId();
    }

    /** What the button carried; empty when nothing. */
    public static String value(BlockActionRequest request) {
        String value = request.getPayload().getActions().get(0).getValue();
        return value == null ? "" : Typed.clean(value);
    }

    /** What was chosen in a menu; empty when nothing. */
    public static String chosen(BlockActionRequest request) {
        BlockActionPayload.Action.SelectedOption option =
                request.getPayload().getActions().get(0).getSelectedOption();
        return option == null || option.getValue() == null ? "" : Typed.clean(option.getValue());
    }

    /**
     * The number in the button's value.
     *
     * @throws Refusal when there is none
     */
    public static long number(BlockActionRequest request) {
        return number(value(request));
    }

    /**
     * A number that a button or a form carried.
     *
     * @throws Refusal when it is none
     */
    public static long number(@Nullable String carried) {
        try {
            return Long.parseLong(carried == null ? "" : carried);
        } catch (NumberFormatException e) {
            throw new Refusal("This belongs to nothing I know. Open it again.");
        }
    }
}
