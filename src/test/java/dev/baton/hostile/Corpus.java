package dev.baton.hostile;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.baton.Eventually;
import dev.baton.story.Hand;
import dev.baton.story.Modal;
import dev.baton.story.Posted;
import java.util.ArrayList;
import java.util.List;

/** What Slack sends while people work: every command, form, button and event that Baton knows, and some it does not. */
final class Corpus {
    private static final String LINK = "https://acme.my.salesforce.com/";
    private static final String SAM = "U0SAM";
    private static final String MAYA = "U0MAYA";
    private static final String REMY = "U0REMY";
    private static final String ADA = "U0ADA";
    private static final String CORA = "U0CORA";

    private final Site site;

    private Corpus(Site site) {
        this.site = site;
    }

    /** Works for a day and returns what was sent; all of it has taken effect. */
    static List<Captured> playedOn(Site site) {
        Corpus corpus = new Corpus(site);
        corpus.northwind();
        corpus.tinyTeal();
        corpus.kestrel();
        corpus.accounts();
        corpus.talk();
        site.tables().settled();
        return Captured.in(site.slack().ledger().lines());
    }

    /** Kinds of payloads that Slack knows and Baton does not ask for. */
    static List<Captured> unasked() {
        List<Captured> all = new ArrayList<>();
        for (String json : List.of("""
                {"type":"block_suggestion","user":{"id":"U0SAM","team_id":"T0ACME"},"action_id":"csm","block_id":"csm",
                 "value":"cle","team":{"id":"T0ACME"},"container":{"type":"view","view_id":"V00000001"},
                 "view":{"id":"V00000001","type":"modal","callback_id":"request.new","hash":"1.2","state":{"values":{}}}}
                """, """
                {"type":"view_closed","user":{"id":"U0SAM","team_id":"T0ACME"},"team":{"id":"T0ACME"},"is_cleared":false,
                 "view":{"id":"V00000001","type":"modal","callback_id":"request.new","hash":"1.2","state":{"values":{}}}}
                """, """
                {"type":"shortcut","user":{"id":"U0SAM","team_id":"T0ACME"},"team":{"id":"T0ACME"},
                 "callback_id":"request","trigger_id":"1.2.3","action_ts":"1.2"}
                """, """
                {"type":"message_action","user":{"id":"U0SAM","team_id":"T0ACME"},"team":{"id":"T0ACME"},
                 "callback_id":"request","trigger_id":"1.2.3","action_ts":"1.2","channel":{"id":"C0NWB","name":"x"},
                 "message":{"ts":"1.2","text":"x","user":"U0SAM","type":"message"},"response_url":"https://x.example/"}
                """, """
                {"type":"event_callback","team_id":"T0ACME","event_id":"Ev1","event_time":1,
                 "event":{"type":"app_home_opened","user":"U0SAM","channel":"D0SAM","tab":"home","event_ts":"1.2"}}
                """, """
                {"type":"event_callback","team_id":"T0ACME","event_id":"Ev2","event_time":1,
                 "event":{"type":"user_change","user":{"id":"U0SAM","tz":"UTC","deleted":true},"event_ts":"1.2"}}
                """, """
                {"type":"event_callback","team_id":"T0ACME","event_id":"Ev3","event_time":1,
                 "event":{"type":"message","subtype":"message_changed","channel":"D0SAM","channel_type":"im",
                          "message":{"type":"message","user":"U0SAM","text":"x","ts":"1.2"},"event_ts":"1.2"}}
                """, """
                {"type":"url_verification","token":"x","challenge":"c"}
                """)) {
            all.add(Captured.of(JsonParser.parseString(json).getAsJsonObject()));
        }
        JsonObject check = new JsonObject();
        check.addProperty("ssl_check", "1");
        check.addProperty("token", "x");
        all.add(new Captured(Captured.Wrapping.FIELDS, check));
        return all;
    }

    private Hand as(String person) {
        return site.as(person);
    }

    /** Asked, edited, questioned, answered, assigned, assigned again. */
    private void northwind() {
        Modal form = filled(as(SAM).command("/request-csm Northwind Bank"), "NWBNK", "NWOPP");
        form.fill("Opportunity stage", "3-Technical Evaluation").fill("Opportunity stage", "4-Proposal");
        form.fill("Notes for the manager", "They move.").submit();
        as(SAM).dm("REQ-1")
                .press("Edit")
                .fill("Notes for the manager", "They move now.")
                .submit();
        Posted card = as(MAYA).dm("REQ-1");
        card.press("Ask").fill("Question to Sam", "When?").submit();
        as(SAM).dm("When?").press("Answer").fill("Your answer", "Now.").submit();
        card.press("Assign").fill("CSM", "Cleo").fill("Note", "Hello.").submit();
        card.until("Assigned to Cleo")
                .press("Reassign")
                .fill("CSM", "Cyrus")
                .fill("Reason", "Cleo is full.")
                .submit();
    }

    /** Below the threshold, sent anyway, overridden, declined; sent again and withdrawn. */
    private void tinyTeal() {
        Modal second = as(REMY).command("/request-csm Tiny Teal").submitForAnother();
        second.fill("Reason", "They grow.").submit();
        Posted card = as(MAYA).dm("REQ-2");
        card.press("Override qualification").fill("Reason", "A logo.").submit();
        card.until("Assign").press("Decline").fill("Reason", "Not now.").submit();
        Modal again = as(REMY).dm("declined").press("Send again").submitForAnother();
        again.fill("Reason", "They grow on.").submit();
        as(REMY).dm("REQ-3").pressOnly("Withdraw");
        as(MAYA).dm("withdrew REQ-3");
    }

    /** Redirected; the pool is asked, accepts and helps. */
    private void kestrel() {
        Modal form = as(ADA).command("/request-csm Kestrel Robotics");
        form.fill("Opportunity stage", "4-Proposal").submit();
        as(MAYA).dm("REQ-4").press("Redirect to Scale CSE").submit();
        Posted nudge = as(ADA).dm("redirected Kestrel Robotics");
        nudge.press("Ask a Scale CSE")
                .fill("Customer contact", "Jo Park")
                .fill("Kind of help", "Onboarding")
                .fill("Primary use case", "CI")
                .fill("Risk", "None")
                .fill("Environment", "SaaS")
                .submit();
        Posted queued = Eventually.get(
                "a card in the queue", () -> as(CORA).channel("C0CSE").stream().findFirst());
        queued.pressOnly("Accept");
        as(CORA).dm("You accepted CSE-1").pressOnly("Done");
        as(ADA).dm("is done");
    }

    /** Looked up, edited, added, paged through; told that Dedicated is read about. */
    private void accounts() {
        as(SAM).command("/account northwind").press("Edit account");
        as(SAM).modal()
                .fill("Subscription tier", "Ultimate")
                .fill("Deployment", "Dedicated")
                .submit();
        as(SAM).closeForm();
        as(SAM).dm("will be on Dedicated").pressOnly("I have read the best practices");
        Modal list = as(SAM).command("/account r");
        list.press("Open", "Kestrel");
        as(SAM).closeForm();
        as(ADA).command("/account Blue Heron").press("Add it");
        Modal form = as(ADA).modal();
        form.fill("Segment", "Mid-Market")
                .fill("Salesforce account link", LINK + "0015e00001BLUEH")
                .submit();
        as(ADA).closeForm();
        as(SAM).command("/account nothing such").fill("Account", "tiny").submit();
        as(SAM).closeForm();
    }

    private void talk() {
        as(SAM).answerTo("/baton help");
        as(SAM).answerTo("/baton nonsense");
        as(SAM).write("D0SAM", "help");
        as(SAM).write("C0NWB", "@Baton dedicated");
        Eventually.that("two answers", () -> as(SAM).dms().size() > 1);
    }

    private static Modal filled(Modal form, String account, String opportunity) {
        return form.fill("Salesforce account link", LINK + "0015e00001" + account)
                .fill("Salesforce opportunity link", LINK + "0065e00001" + opportunity)
                .fill("Opportunity stage", "4-Proposal");
    }
}
