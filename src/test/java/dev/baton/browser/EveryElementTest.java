package dev.baton.browser;

import static dev.baton.browser.Seat.field;
import static dev.baton.browser.Seat.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Every block and element of the page, and what the keyboard can do, each walked through once. */
class EveryElementTest {
    private static final String MODAL = id("modal") + "[open]";
    private static final String MESSAGES = "#scroll";
    private static final int NARROW = 400;

    @TempDir
    private static Path profile;

    private static Chromium chromium;

    @TempDir
    private Path folder;

    private Fixture fixture;

    @BeforeAll
    static void start() {
        chromium = Chromium.start(profile);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        fixture = new Fixture("");
    }

    @AfterEach
    void close() {
        try {
            assertThat(chromium.complaints()).isEmpty();
            String page = fixture.page().toString();
            assertThat(chromium.requested())
                    .filteredOn(address -> !address.startsWith(page))
                    .isEmpty();
        } finally {
            fixture.close();
        }
    }

    private URI sam() {
        return fixture.page().resolve("#U0SAM/C0GENERAL");
    }

    @Test
    void a_form_of_every_field_is_filled_in_and_sent() throws IOException {
        Seat seat = chromium.open(sam(), new Album(41));
        seat.tabTo(id("composer")).type("/everything", Keys.ENTER).awaits(MODAL).shot("every-field");
        fill(seat);
        seat.press(id("modal-submit"))
                .reads(field("text"), "at least 3 characters")
                .shot("every-field-wrong");
        assertThat(seat.isAt(field("text"))).isTrue();
        seat.fill("text", "enough").press(id("modal-submit")).awaitsEnd(MODAL);
        JsonObject values = fixture.heard("view_submission")
                .getAsJsonObject("view")
                .getAsJsonObject("state")
                .getAsJsonObject("values");
        assertThat(value(values, "text")).contains("\"enough\"");
        assertThat(value(values, "lines")).contains("one\\ntwo");
        assertThat(value(values, "number")).contains("\"42\"");
        assertThat(value(values, "one")).contains("\"pear\"");
        assertThat(value(values, "several")).contains("\"red\"", "\"blue\"").doesNotContain("\"green\"");
        assertThat(value(values, "asked")).contains("\"osaka\"");
        assertThat(value(values, "person")).contains("U0MAYA");
        assertThat(value(values, "people")).contains("U0SOL", "U0ADA");
        assertThat(value(values, "here")).contains("C0GENERAL");
        assertThat(value(values, "channel")).contains("C0CSE");
        assertThat(value(values, "day")).contains("2024-03-15");
        assertThat(value(values, "hour")).contains("09:30");
        assertThat(value(values, "moment")).contains("1709560800");
        assertThat(value(values, "boxes")).contains("\"first\"", "\"second\"");
        assertThat(value(values, "radios")).contains("\"right\"");
        assertThat(value(values, "file")).contains("\"notes.txt\"");
    }

    private void fill(Seat seat) throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "kickoff");
        seat.fill("text", "ab").fill("lines", "one\ntwo").fill("email", "sam@acme.example");
        seat.fill("url", "https://acme.example/").fill("number", "42").pick("one", "Pe");
        seat.pick("several", "Re").pick("several", "Bl").pick("asked", "Osa").pick("person", "Maya");
        seat.pick("people", "Sol").pick("people", "Ada").pick("channel", "cse");
        seat.day("day", "03152024").tabTo(field("hour")).type("0930AM");
        seat.tabTo(field("boxes")).type(Keys.SPACE, Keys.TAB, Keys.SPACE);
        seat.tabTo(field("radios")).type(Keys.SPACE, Keys.ARROW_DOWN);
        seat.give("file", notes).reads(field("file"), "notes.txt").shot("every-field-filled");
    }

    private static String value(JsonObject values, String field) {
        return values.getAsJsonObject(field).getAsJsonObject("a").toString();
    }

    @Test
    void a_form_fits_a_narrow_window_in_dark_colours() {
        Seat seat = chromium.open(sam(), new Album(51), NARROW, true);
        seat.tabTo(id("composer")).type("/everything", Keys.ENTER).awaits(MODAL);
        assertThat(seat.shot("every-field-narrow-dark").fitsInWidth()).isTrue();
        seat.type(Keys.ESCAPE).awaitsEnd(MODAL);
        fixture.post("C0GENERAL", "Every block", Fixture.resource("/browser/message.json"));
        seat.reads(MESSAGES, "Every block");
        assertThat(seat.shot("every-block-narrow-dark").fitsInWidth()).isTrue();
    }

    @Test
    void a_message_of_every_block_is_read_and_pressed() {
        fixture.post("C0GENERAL", "Every block", Fixture.resource("/browser/message.json"));
        Seat seat = chromium.open(sam(), new Album(55));
        seat.awaits("[aria-label='A chart of the quarter']").reads(MESSAGES, "plain <b>text</b>");
        seat.reads(MESSAGES, "first item").reads(MESSAGES, "a quote").reads(MESSAGES, "some code");
        seat.shot("every-block");
        seat.press(id("action-sure")).awaits(id("confirm")).type(Keys.ESCAPE).awaitsEnd(id("confirm"));
        seat.press(id("action-sure")).awaits(id("confirm")).shot("confirm").type(Keys.ENTER);
        assertThat(fixture.heard("block_actions").toString()).contains("\"sure\"");
        seat.press(id("action-more")).awaits("[role=menu]:popover-open").type(Keys.ARROW_DOWN, Keys.ENTER);
        fixture.heardWith("block_actions", "\"mute\"");
        seat.tabTo("[data-focus$='/deeds/pick']").type("Low");
        seat.awaits(".popup.options:popover-open .option.active").type(Keys.ENTER);
        fixture.heardWith("block_actions", "\"low\"");
    }

    @Test
    void the_keyboard_reaches_threads_shortcuts_and_other_places() {
        fixture.post("C0GENERAL", "Shall we meet?", "");
        Seat seat = chromium.open(sam(), new Album(61));
        seat.reads(MESSAGES, "Shall we meet?").tabTo(MESSAGES).type(Keys.ARROW_UP, Keys.ENTER);
        seat.awaits(id("thread") + ":not([hidden])").type("Yes", Keys.ENTER).reads(id("thread"), "1 reply");
        seat.shot("thread").type(Keys.ESCAPE).reads(MESSAGES, "1 reply");
        seat.tabTo(MESSAGES)
                .type(Keys.ARROW_UP)
                .press(id("message-dots"))
                .awaits(id("do-bolt"))
                .shot("message-menu");
        seat.press(id("do-bolt"));
        assertThat(fixture.heard("message_action").toString()).contains("Shall we meet?", "closer");
        seat.control("k")
                .awaits(id("jump-dialog") + "[open]")
                .type("cse")
                .shot("jump")
                .type(Keys.ENTER);
        seat.reads("#head", "cse-queue").tabTo(id("composer")).type("first line");
        seat.holding(Keys.SHIFT, Keys.ENTER)
                .type("second line", Keys.ENTER)
                .reads(MESSAGES, "second line")
                .type(Keys.ARROW_UP);
        assertThat(seat.focused()).isEqualTo("first line\nsecond line");
    }

    @Test
    void two_people_see_each_other_write() {
        Seat sam = chromium.open(sam(), new Album(71));
        Seat maya = chromium.beside(fixture.page().resolve("#U0MAYA/C0CSE"), new Album(73));
        sam.turn().tabTo(id("composer")).type("Hello @Maya", Keys.ENTER).reads(MESSAGES, "Hello");
        maya.turn().awaits(id("conversation-C0GENERAL") + " .badge").shot("two-badge");
        maya.press(id("conversation-C0GENERAL")).reads(MESSAGES, "Hello").awaits("[data-new]");
        maya.tabTo(id("composer")).type("Hello Sam", Keys.ENTER);
        sam.turn().reads(MESSAGES, "Hello Sam").shot("two-answer");
        sam.reload().reads(MESSAGES, "Hello Sam");
        maya.turn();
        chromium.closeBut(sam);
    }

    @Test
    void the_inspector_leads_from_a_refusal_to_the_offending_block() {
        Seat seat = chromium.open(sam(), new Album(81));
        fixture.post("C0GENERAL", "t", """
                [{"type": "divider"}, {"type": "header", "text": {"type": "plain_text", "text": "%s"}}]
                """.formatted("x".repeat(151)));
        seat.tabTo(id("composer"))
                .type("/everything", Keys.ENTER)
                .awaits(MODAL)
                .type(Keys.ESCAPE)
                .awaitsEnd(MODAL);
        seat.control("i").awaits(id("inspector") + ":not([hidden])").reads(id("inspector"), "invalid_blocks");
        seat.press(id("exchange-1")).reads(id("inspector"), "must be less than 151 characters");
        seat.press(id("reason")).shot("inspector");
        seat.press(id("exchange-1")).press(id("exchange-3")).reads(id("inspector"), "NOT checked by the app");
        seat.type(Keys.ESCAPE).awaits(id("inspector") + "[hidden]");
    }

    @Test
    void the_clock_goes_to_a_date_and_everything_starts_over() {
        fixture.post("C0GENERAL", "old news", "");
        Seat seat = chromium.open(sam(), new Album(91));
        seat.reads(MESSAGES, "old news").press(id("clock-hour")).reads(id("clock"), "5:");
        seat.press(id("clock-to"))
                .awaits("#when:popover-open")
                .type("03152024", Keys.TAB, "0930AM")
                .shot("clock");
        seat.press(id("clock-go")).reads(id("clock"), "15").shot("clock-moved");
        seat.press(id("tools-open"))
                .awaits(id("reset"))
                .press(id("reset"))
                .awaits(id("confirm"))
                .shot("start-over");
        seat.type(Keys.ENTER).reads(id("toast"), "Everything is as at the beginning.");
        assertThat(seat.text(MESSAGES)).doesNotContain("old news");
    }

    @Test
    void five_thousand_messages_are_never_in_the_page_at_once() {
        fixture.close();
        fixture = new Fixture(Fixture.chatter(5000));
        Seat seat = chromium.open(sam(), new Album(97));
        seat.reads(MESSAGES, "message 4999");
        for (int piece = 0; piece < 8; piece++) {
            String first = seat.firstOf(".message");
            seat.toTop(MESSAGES)
                    .until("more is drawn", () -> !seat.firstOf(".message").equals(first));
            assertThat(seat.count(".message")).isLessThan(300);
        }
        seat.shot("far-back").press(id("jump")).reads(MESSAGES, "message 4999");
    }
}
