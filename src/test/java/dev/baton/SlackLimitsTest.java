package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A measure that measures nothing would let every screen pass. */
class SlackLimitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 blocks              | []
                    unknown block carousel | [{"type":"carousel"}]
                    an empty section      | [{"type":"section"}]
                    an empty section.text | [{"type":"section","text":{"type":"mrkdwn","text":""}}]
                    header.text has       | [{"type":"header","text":{"type":"plain_text","text":"LONG"}}]
                    two blocks same       | [{"type":"divider","block_id":"same"},{"type":"divider","block_id":"same"}]
                    two actions same      | [{"type":"actions","elements":[{"type":"button","action_id":"same"},{"type":"button","action_id":"same"}]}]
                    button.text has       | [{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"LONG"}}]}]
                    an initial option not | [{"type":"input","element":{"type":"static_select","options":[{"value":"a"}],"initial_option":{"value":"b"}}}]
                    value has             | [{"type":"input","element":{"type":"static_select","options":[{"value":"LONG"}]}}]
                    option.text has       | [{"type":"input","element":{"type":"static_select","options":[{"value":"a","text":{"type":"plain_text","text":"LONG"}}]}}]
                    fields and no submit  | [{"type":"input","element":{"type":"plain_text_input"}}]
                    """)
    void what_slack_refuses_is_found(String finding, String blocks) {
        String view = "{\"type\":\"modal\",\"blocks\":" + blocks.replace("LONG", "x".repeat(160)) + "}";
        JsonObject json = JsonParser.parseString(view).getAsJsonObject();
        assertThat(SlackLimits.ofView(json)).anyMatch(line -> line.startsWith(finding));
    }
}
