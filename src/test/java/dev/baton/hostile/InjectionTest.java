package dev.baton.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.baton.Eventually;
import dev.baton.proof.Tally;
import dev.baton.sandbox.Ledger.Direction;
import dev.baton.sandbox.Ledger.Line;
import dev.baton.store.FreshDatabase;
import dev.baton.store.OnBothDatabases;
import dev.baton.story.Modal;
import dev.baton.story.Posted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type is words wherever it comes to: no mention, no link, no SQL, no wildcard, no line of a log. */
class InjectionTest {
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String ADA = "U0ADA";
    private static final String CORA = "U0CORA";
    private static final String LINK = "https://acme.my.salesforce.com/";
    /** Nobody whom Baton itself would mention here, and no channel or address of its own. */
    private static final String MARKUP =
            "<!channel> <!here|x> <@U0DANA> <#C0COM> <https://evil.example|click> &lt;!here&gt; *b* `c`";

    private static final String SQL = "'; DROP TABLE account; -- \" OR 1=1 \\' $1 ? :id %s";
    private static final String FORGED = "\r\n2024-03-04T09:00:00.000Z ERROR Forged - line\u001b[2J";
    private static final Pattern LIVE = Pattern.compile("<!|<@U0DANA|<#C0COM|<https?://evil|<mailto:");
    private static final Pattern LOGGED = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z (INFO |WARN |ERROR) (\\[[\\w :-]+] )*\\w+ - .*|Baton listens on .*");

    @TempDir
    private Path folder;

    @OnBothDatabases
    void what_is_typed_anywhere_stays_words(FreshDatabase database) throws IOException {
        try (Site site = Site.prepare(folder, database.url())) {
            boolean sqlite = database.url().startsWith("jdbc:sqlite:");
            WatchedProcess serve = site.serve(Map.of("BATON_LOG", sqlite ? "text" : "json"));
            requestFull(site, MARKUP);
            poolFull(site, SQL + " " + MARKUP);
            accountsFull(site);
            searches(site);
            int posted = forgeries(site, serve);
            site.tables().settled();

            assertThat(live(site.slack().ledger().lines()))
                    .as("markup that lives")
                    .isEmpty();
            assertThat(site.tables().count("account")).isEqualTo(8);
            assertThat(site.slack().ledger().refusals().stream().map(Line::error))
                    .as("what Slack refused, which is only to open views out of time")
                    .allMatch(error -> error.contains("trigger") || error.equals("not_found"));
            assertThat(serve.printed().lines().filter(line -> !logged(line)))
                    .as("lines that are none of the log's")
                    .isEmpty();
            assertThat(serve.printed()).doesNotContain("Forged", "\u001b", "evil", "DROP TABLE");
            Tally.payloads(sqlite ? "SQLite" : "PostgreSQL", posted).keep();
        }
    }

    private static boolean logged(String line) {
        return LOGGED.matcher(line).matches()
                || (line.startsWith("{") && JsonParser.parseString(line).isJsonObject());
    }

    /** Every text of a request and of what is answered to it. */
    private static void requestFull(Site site, String words) {
        Modal form = site.as(SAM).command("/request-csm " + words);
        form.fill("Account name", "Gull " + words)
                .fill("Salesforce account link", words)
                .fill("Salesforce opportunity link", SQL)
                .fill("Opportunity stage", "4-Proposal")
                .fill("Expected close date", "2024-04-15")
                .fill("Landed Addressable Market (LAM)", words)
                .fill("Annual recurring revenue (ARR)", SQL)
                .fill("Sales segment", "Enterprise")
                .fill("Region", "Americas East")
                .fill("Collaboration project link", "https://evil.example/|" + words)
                .fill("Notes for the manager", words + SQL);
        assertThat(form.submitWrong()).hasSizeGreaterThanOrEqualTo(4);
        form.fill("Salesforce account link", LINK + "0015e00001GULLS")
                .fill("Salesforce opportunity link", LINK + "0065e00001GULLO")
                .fill("Landed Addressable Market (LAM)", "1.2M")
                .fill("Annual recurring revenue (ARR)", "420k")
                .fill("Collaboration project link", "")
                .submit();
        Posted card = site.as(MAYA).dm("REQ-1");
        card.press("Ask").fill("Question to Sam", words).submit();
        site.as(SAM).dm("asks").press("Answer").fill("Your answer", words + SQL).submit();
        card.press("Override qualification")
                .fill("Qualification", "Qualifies for a CSM")
                .fill("Reason", words)
                .submit();
        card.press("Assign").fill("CSM", "Cleo").fill("Note", words).submit();
        card.until("Assigned to Cleo")
                .press("Reassign")
                .fill("CSM", "Cyrus")
                .fill("Reason", words)
                .submit();
    }

    /** Every text of a request to the pool, and a reason for declining. */
    private static void poolFull(Site site, String words) {
        site.as(ADA)
                .command("/request-csm Kestrel Robotics")
                .fill("Opportunity stage", "4-Proposal")
                .submit();
        Modal redirect = site.as(MAYA).dm("REQ-2").press("Redirect to Scale CSE");
        redirect.fill(redirect.labels().get(0), words).submit();
        site.as(ADA)
                .dm("redirected Kestrel Robotics")
                .press("Ask a Scale CSE")
                .fill("Customer contact", words)
                .fill("Kind of help", "Onboarding")
                .fill("Primary use case", words)
                .fill("Risk", words)
                .fill("Environment", words)
                .fill("Pain points", words)
                .submit();
        Posted queued = Eventually.get(
                "a card in the queue",
                () -> site.as(CORA).channel("C0CSE").stream().findFirst());
        queued.press("Decline").fill("Reason", words).submit();
        site.as(ADA).dm("declined");
    }

    /** Names with markup and SQL in them, and one with a wildcard, seen by others. */
    private static void accountsFull(Site site) {
        site.as(ADA).command("/account Owl <!channel> <@U0DANA> *b*").press("Add it");
        site.as(ADA)
                .modal()
                .fill("Account name", "100% " + SQL)
                .fill("Segment", "Mid-Market")
                .fill("Salesforce account link", LINK + "0015e00001PERCT")
                .submit();
        site.as(ADA).closeForm();
        site.as(SAM).command("/account northwind").press("Edit account");
        Modal form = site.as(SAM).modal();
        form.fill("Account name", "Northwind " + MARKUP)
                .fill("Codename", "Bird " + MARKUP)
                .fill("Command Plan", MARKUP);
        assertThat(form.submitWrong()).containsKey("Command Plan");
        form.fill("Command Plan", "https://docs.example/<!channel>|x>").submitWrong();
        form.fill("Command Plan", "").submit();
        site.as(SAM).closeForm();
        assertThat(site.as(SAM).command("/account northwind").text()).contains("&lt;!channel&gt;");
        site.as(SAM).closeForm();
    }

    /** What means something to LIKE means itself to Baton. */
    private static void searches(Site site) {
        for (String nothing : List.of("%%%", "n%d", "h_ron", "!%", "\\%", "' OR ''='")) {
            assertThat(site.as("U0DANA").command("/account " + nothing).text()).contains("No account is known as");
            site.as("U0DANA").closeForm();
        }
        assertThat(site.as("U0DANA").command("/account 100%").text()).contains("100%");
        site.as("U0DANA").closeForm();
        assertThat(site.as("U0DANA").command("/account %").text())
                .contains("100%")
                .doesNotContain("Heron");
        site.as("U0DANA").closeForm();
        site.as(SAM).answerTo("/baton " + MARKUP);
        site.as(SAM).answerTo("/baton help " + MARKUP);
        site.as(SAM).write("D0SAM", MARKUP);
    }

    /** Ids, headers and addresses that would begin a line of their own in a log. */
    private static int forgeries(Site site, WatchedProcess serve) throws IOException {
        List<Captured> played = Captured.in(site.slack().ledger().lines());
        Armory armory =
                new Armory(new Random(1), Site.SECRET, () -> Instant.now().getEpochSecond());
        int posted = 0;
        try (Wire wire = new Wire(serve.events().getPort())) {
            for (Captured each : played) {
                for (String member :
                        List.of("user", "user_id", "trigger_id", "team_id", "view", "actions", "command")) {
                    if (each.content().has(member)) {
                        JsonObject forged = JsonParser.parseString(forged(each.content(), member))
                                .getAsJsonObject();
                        Shot shot = armory.plain(each.body(forged), each.wrapping().contentType, member);
                        assertThat(wire.ask(shot.bytes()).status()).isLessThan(500);
                        posted++;
                    }
                }
            }
            for (String head : List.of(
                    "GET /Forged%0d%0aForged HTTP/1.1\r\n",
                    "\u001b[2JForged / HTTP/1.1\r\n",
                    "POST /slack/events HTTP/1.1\r\nUser-Agent: \u001b[2JForged\r\nContent-Length: 0\r\n")) {
                assertThat(wire.ask((head + "Host: x\r\n\r\n").getBytes(StandardCharsets.UTF_8))
                                .status())
                        .isBetween(400, 499);
                posted++;
            }
        }
        return posted;
    }

    private static String forged(JsonObject content, String member) {
        JsonObject copy = content.deepCopy();
        copy.add(member, forged(copy.get(member)));
        return copy.toString();
    }

    private static JsonElement forged(JsonElement value) {
        if (value instanceof JsonObject object) {
            for (String name : List.of("id", "hash", "callback_id", "action_id", "username", "private_metadata")) {
                if (object.has(name)) {
                    object.addProperty(name, object.get(name).getAsString() + FORGED);
                }
            }
            return object;
        }
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(InjectionTest::forged);
            return value;
        }
        return new JsonPrimitive(value.getAsString() + FORGED);
    }

    @Test
    void the_search_for_live_markup_finds_it() {
        assertThat(live(JsonParser.parseString("{\"text\":{\"type\":\"mrkdwn\",\"text\":\"a <!channel>\"}}")))
                .hasSize(1);
        assertThat(live(JsonParser.parseString("{\"blocks\":\"[{\\\"text\\\":\\\"<@U0DANA>\\\"}]\"}")))
                .hasSize(1);
        assertThat(live(JsonParser.parseString("{\"text\":{\"type\":\"plain_text\",\"text\":\"a <!channel>\"}}")))
                .isEmpty();
    }

    private static List<String> live(List<Line> lines) {
        List<String> found = new ArrayList<>();
        for (Line line : lines) {
            if (line.direction() == Direction.TO_SLACK) {
                found.addAll(live(line.request()));
            } else if (line.answer().has("body")
                    && line.answer().get("body").getAsString().startsWith("{")) {
                found.addAll(
                        live(JsonParser.parseString(line.answer().get("body").getAsString())));
            }
        }
        return found;
    }

    /** Texts that Slack would read as markup and that hold what only somebody's typing can have put there. */
    private static List<String> live(JsonElement element) {
        List<String> found = new ArrayList<>();
        if (element instanceof JsonObject object) {
            boolean plain =
                    object.has("type") && object.get("type").getAsString().equals("plain_text");
            for (String name : object.keySet()) {
                // What stands in a field or is carried unseen is not drawn.
                if (!plain
                        && !List.of("initial_value", "private_metadata", "value")
                                .contains(name)) {
                    found.addAll(live(object.get(name)));
                }
            }
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> found.addAll(live(each)));
        } else if (element.isJsonPrimitive()) {
            String text = element.getAsString();
            if (text.startsWith("[{") || text.startsWith("{\"")) {
                found.addAll(live(JsonParser.parseString(text)));
            } else if (LIVE.matcher(text).find()) {
                found.add(text);
            }
        }
        return found;
    }
}
