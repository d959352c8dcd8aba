package dev.baton.browser;

import static dev.baton.browser.Seat.field;
import static dev.baton.browser.Seat.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.story.World;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The main job as a person does it, in a browser, with a picture of every step under target/screens. */
class RequestInTheBrowserTest {
    private static final String ACCOUNT = "https://acme.my.salesforce.com/0015e00001NWBNK";
    private static final String OPPORTUNITY = "https://acme.my.salesforce.com/0065e00001NWOPP";
    private static final String MESSAGES = "#scroll";
    private static final String MODAL = id("modal") + "[open]";
    private static final String BATON = "[data-testid^=conversation-D]";
    private static final int NARROW = 400;
    private static final String NORTHWIND = id("conversation-C0NWB");

    @TempDir
    private static Path profile;

    private static Chromium chromium;

    @TempDir
    private Path folder;

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

    @Test
    void sam_asks_and_maya_assigns_by_keyboard_alone() {
        try (World slack = World.open("jdbc:sqlite:" + folder.resolve("baton.db"))) {
            URI page = slack.sandbox().pageUrl();
            Seat seat = chromium.open(page, new Album(1));
            opensTheForm(seat);
            asksOnceWrong(seat);
            asksRight(seat);
            mayaAssigns(seat);
            cleoAndSamRead(seat);
            assertThat(slack.sandbox().ledger().refusals()).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
            assertThat(chromium.requested())
                    .anyMatch(address -> address.startsWith(page.toString()))
                    .filteredOn(address -> !address.startsWith(page.toString()))
                    .isEmpty();
        }
    }

    private static void opensTheForm(Seat seat) {
        seat.shot("opened").tabTo(id("composer")).type("/req").awaits(id("complete-request-csm"));
        seat.shot("command").type(Keys.ENTER, "Northwind Bank", Keys.ENTER).awaits(MODAL);
        assertThat(seat.shot("form").value("account_name")).isEqualTo("Northwind Bank");
    }

    private static void asksOnceWrong(Seat seat) {
        seat.fill("account_link", ACCOUNT)
                .fill("opportunity_link", ACCOUNT)
                .pick("stage", "4-P")
                .day("close_date", "04152024")
                .fill("lam", "1.2M")
                .fill("arr", "420k")
                .pick("segment", "Ent")
                .pick("account_executive", "Sol")
                .shot("filled");
        seat.press(id("modal-submit"))
                .reads(field("opportunity_link"), "That is an Account link")
                .shot("wrong-link");
        assertThat(seat.isAt(field("opportunity_link"))).isTrue();
        assertThat(seat.value("account_link")).isEqualTo(ACCOUNT);
        assertThat(seat.value("stage")).isEqualTo("4-Proposal");
        assertThat(seat.value("close_date")).isEqualTo("2024-04-15");
        assertThat(seat.value("lam")).isEqualTo("1.2M");
        assertThat(seat.value("arr")).isEqualTo("420k");
        assertThat(seat.value("segment")).isEqualTo("Enterprise");
        assertThat(seat.value("region")).isEqualTo("Americas East");
        assertThat(seat.value("account_executive")).isEqualTo("Sol");
    }

    private static void asksRight(Seat seat) {
        seat.fill("opportunity_link", OPPORTUNITY).type(Keys.ENTER).awaitsEnd(MODAL);
        seat.press(BATON)
                .reads(MESSAGES, "REQ-1: your request for a CSM for Northwind Bank is with Maya")
                .shot("receipt");
    }

    private static void mayaAssigns(Seat seat) {
        seat.become("Maya").reads(MESSAGES, "CSM request REQ-1: Northwind Bank").shot("card");
        seat.press(id("action-request.assign")).awaits(MODAL);
        assertThat(seat.shot("picker").value("csm")).isEqualTo("Cleo");
        seat.fill("note", "They move from Jenkins.").press(id("modal-submit")).awaitsEnd(MODAL);
        seat.reads(MESSAGES, "Assigned to Cleo by Maya").shot("assigned");
    }

    private static void cleoAndSamRead(Seat seat) {
        seat.become("Cleo")
                .reads(MESSAGES, "You are its CSM")
                .reads(MESSAGES, "They move from Jenkins.")
                .shot("cleo");
        seat.become("Sam")
                .reads(MESSAGES, "assigned to Cleo by Maya")
                .reads(MESSAGES, "Cleo is the CSM of Northwind Bank")
                .shot("sam");
        seat.press(NORTHWIND)
                .reads(MESSAGES, "Cleo is the CSM of Northwind Bank")
                .shot("channel");
    }

    @Test
    void a_narrow_window_cuts_nothing_off_and_dark_colours_are_dark_everywhere() {
        try (World slack = World.open("jdbc:sqlite:" + folder.resolve("baton.db"))) {
            URI page = slack.sandbox().pageUrl();
            Seat narrow = chromium.open(page, new Album(21), NARROW, false);
            fits(narrow.shot("narrow-opened"));
            fits(narrow.press(id("side-toggle")).awaits(".side-open").shot("narrow-side"));
            narrow.press(NORTHWIND).reads("#head", "acct-northwind");
            narrow.tabTo(id("composer")).type("/request-csm Northwind Bank", Keys.ENTER);
            fits(narrow.awaits(MODAL).shot("narrow-form"));
            asksOnceWrong(narrow);
            fits(narrow);
            narrow.fill("opportunity_link", OPPORTUNITY).type(Keys.ENTER).awaitsEnd(MODAL);

            Seat dark = chromium.open(page.resolve("#U0MAYA/D0MAYA"), new Album(31), Chromium.WIDE, true);
            dark.reads(MESSAGES, "CSM request REQ-1").shot("dark-card");
            dark.press(id("action-request.assign")).awaits(MODAL).shot("dark-picker");
            Seat both = chromium.open(page.resolve("#U0MAYA/D0MAYA"), new Album(33), NARROW, true);
            fits(both.awaits(MODAL).shot("dark-narrow-picker"));
            both.press(id("modal-submit")).awaitsEnd(MODAL);
            fits(both.reads(MESSAGES, "Assigned to Cleo by Maya").shot("dark-narrow-card"));
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void fits(Seat seat) {
        assertThat(seat.fitsInWidth()).isTrue();
    }
}
