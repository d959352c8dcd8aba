package dev.baton.card;

import static dev.baton.card.Office.HELIO;
import static dev.baton.card.Office.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.baton.Goldens;
import dev.baton.account.Account;
import dev.baton.account.Profile;
import dev.baton.account.SalesforceId;
import dev.baton.store.Database;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen of the card, as it was looked at and found good. */
class CardScreensTest {
    private static final String FOLDER = "screens/card";
    private static final SalesforceId HERON = new SalesforceId("0015e00001HERON");
    private static final SalesforceId KESTREL = new SalesforceId("0015e00001KSTRL");
    private static final SalesforceId TEAL = new SalesforceId("0015e00001TEALS");

    @TempDir
    Path folder;

    private Database database;
    private Office office;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("baton.db"));
        office = new Office(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_screen_is_as_it_was_found_good() {
        Map<String, View> screens = screens();
        screens.forEach((name, view) -> Goldens.check(
                FOLDER + "/" + name + ".json",
                Goldens.pretty(GsonFactory.createSnakeCase().toJson(view))));
        assertThat(Goldens.names(FOLDER))
                .containsExactlyElementsOf(screens.keySet().stream()
                        .map(name -> name + ".json")
                        .sorted()
                        .toList());
    }

    @Test
    void nothing_typed_can_ping_anybody_or_pose_as_a_link() {
        String evil = "<!channel> <https://evil.example|Northwind> & *Co*";
        office.change(NORTHWIND, account -> renamed(account, evil));
        for (View view : List.of(
                card("U0SAM", NORTHWIND),
                new FinderScreens().finder(office.cards.find("U0SAM", "evil")),
                new FinderScreens().finder(office.cards.find("U0SAM", evil + "x")),
                new LogScreens().page(office.cards.log("U0SAM", NORTHWIND, 0)))) {
            view.getBlocks().stream()
                    .map(block -> GsonFactory.createSnakeCase().toJson(block))
                    .filter(json -> json.contains("\"mrkdwn\""))
                    .forEach(json -> assertThat(json).doesNotContain("<!channel", "\\u003c!channel", "<https://evil"));
        }
    }

    private Map<String, View> screens() {
        office.change(KESTREL, kestrel -> kestrel.withCsm(Account.SCALE));
        EditScreens forms = new EditScreens(office.handbook, office.roster);
        Map<String, View> screens = new TreeMap<>();
        screens.put("card-no-csm", card("U0SAM", NORTHWIND));
        screens.put("card-no-csm-from-outside", card("U0ADA", NORTHWIND));
        screens.put("card-csm", card("U0MILO", HERON));
        screens.put("card-pool", card("U0ADA", KESTREL));
        screens.put("card-below", card("U0REMY", TEAL));
        screens.put("card-codename-inside", card("U0SAM", HELIO));
        screens.put("card-codename-outside", card("U0ADA", HELIO));
        screens.put("finder-mine", new FinderScreens().finder(office.cards.find("U0SAM", "")));
        screens.put("finder-several", new FinderScreens().finder(office.cards.find("U0ADA", "e")));
        screens.put("finder-none", new FinderScreens().finder(office.cards.find("U0ADA", "Blue Heron")));
        screens.put(
                "finder-wrong-link", new FinderScreens().finder(office.cards.find("U0ADA", "https://example.com/x")));
        screens.put("history", new LogScreens().page(office.cards.log("U0SAM", NORTHWIND, 0)));
        screens.put("edit", forms.form(office.edits.editing("U0SAM", NORTHWIND)));
        screens.put("edit-contradicted", forms.form(contradicted()));
        screens.put("add", forms.form(office.edits.adding("U0ADA", "Blue Heron")));
        return screens;
    }

    private EditForm contradicted() {
        EditForm sols = office.edits.editing("U0SOL", NORTHWIND);
        office.edits.save("U0SAM", office.gesture(), typed(office.edits.editing("U0SAM", NORTHWIND), "PREMIUM"));
        try {
            office.edits.save("U0SOL", office.gesture(), typed(sols, "FREE"));
            throw new AssertionError("saved, although it contradicts");
        } catch (Contradicted told) {
            return told.again();
        }
    }

    private static EditForm typed(EditForm form, String tier) {
        Map<String, String> values = new LinkedHashMap<>(form.sheet().values());
        values.put(Sheet.TIER, tier);
        return EditForm.submitted(form.carried(), new Sheet(values));
    }

    private View card(String person, SalesforceId id) {
        CardScreens screens = new CardScreens(office.handbook);
        Face face = office.face(person, id);
        return screens.card(face, screens.parts(face));
    }

    private static Account renamed(Account account, String name) {
        Profile old = account.profile();
        return account.with(new Profile(
                name,
                old.segment(),
                old.region(),
                old.deployment(),
                old.codename(),
                old.tier(),
                old.channel(),
                old.information()));
    }
}
