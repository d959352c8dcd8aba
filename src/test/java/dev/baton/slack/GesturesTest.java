package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GesturesTest {
    private static final RequestHeaders NONE = new RequestHeaders(Map.of());

    @Test
    void a_command_is_known_by_its_trigger() {
        assertThat(Gestures.of(new SlashCommandRequest("command=%2Fbaton&trigger_id=1.2.x", NONE)))
                .isEqualTo("command:1.2.x");
        assertThatThrownBy(() -> Gestures.of(new SlashCommandRequest("command=%2Fbaton", NONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_submission_is_known_by_the_view_as_it_stood() {
        String json = "{\"type\":\"view_submission\",\"user\":{\"id\":\"U0SAM\"},\"team\":{\"id\":\"T\"},"
                + "\"view\":{\"id\":\"V1\",\"hash\":\"17.a\",\"callback_id\":\"c\"}}";

        assertThat(Gestures.of(new ViewSubmissionRequest("", json, NONE))).isEqualTo("view:V1:17.a:c");
    }

    @Test
    void a_press_is_known_by_its_place_its_moment_and_in_a_message_by_who() {
        assertThat(Gestures.of(press("\"view\":{\"id\":\"V1\",\"type\":\"modal\"}")))
                .isEqualTo("action:V1:3.4:a");
        assertThat(Gestures.of(press("\"container\":{\"type\":\"message\",\"message_ts\":\"1.2\"}")))
                .isEqualTo("action:1.2:3.4:a:U0SAM");
    }

    private static BlockActionRequest press(String place) {
        String json = "{\"type\":\"block_actions\",\"user\":{\"id\":\"U0SAM\"},\"team\":{\"id\":\"T\"}," + place
                + ",\"actions\":[{\"action_id\":\"a\",\"action_ts\":\"3.4\"}]}";
        return new BlockActionRequest("", json, NONE);
    }
}
