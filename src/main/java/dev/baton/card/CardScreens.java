package dev.baton.card;

import static dev.baton.slack.Blocks.actions;
import static dev.baton.slack.Blocks.button;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.facts;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.account.Account;
import dev.baton.account.Money;
import dev.baton.account.Names;
import dev.baton.account.Region;
import dev.baton.account.Tier;
import dev.baton.handbook.Deployment;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Link;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.handbook.Vocabulary;
import dev.baton.slack.Button;
import dev.baton.slack.Page;
import dev.baton.slack.Part;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws an account's card: who is the CSM, where the deal is, who serves the account, what happened last. */
final class CardScreens {
    static final String CALLBACK = "account.card";
    static final String EDIT = "account.edit";
    static final String LOG = "account.log";

    private static final List<Role> TEAM =
            List.of(Role.SAE, Role.AE, Role.SMB_ADVOCATE, Role.SA, Role.SERVICING_SA, Role.CSM, Role.PSE, Role.SDR);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final Handbook handbook;

    CardScreens(Handbook handbook) {
        this.handbook = handbook;
    }

    /** The card, of everybody's parts. */
    View card(Face face, List<Part> parts) {
        return modal(
                CALLBACK,
                "Account",
                "",
                Page.fit(parts, Page.VIEW),
                face.account().id().value15());
    }

    /** The card's own parts. Others stand between the team and the history. */
    List<Part> parts(Face face) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.whole(0, head(face)));
        parts.add(Part.whole(10, deal(face)));
        parts.add(Part.whole(20, team(face)));
        if (face.rights().inside()) {
            parts.add(Part.whole(40, List.of(information(face))));
        }
        parts.add(Part.whole(900, history(face)));
        return parts;
    }

    private List<LayoutBlock> head(Face face) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(title(face.name()));
        face.codename()
                .ifPresent(
                        codename -> blocks.add(note(":lock: Say *" + esc(codename) + "* wherever others read along.")));
        blocks.add(text(whoIsTheCsm(face)));
        blocks.add(note(whereInSalesforce(face)));
        return blocks;
    }

    /** The three answers (handbook 001:23). */
    private String whoIsTheCsm(Face face) {
        Vocabulary words = handbook.words();
        if (face.account().csmPerson().isPresent()) {
            String id = face.account().csmPerson().get();
            return "*" + esc(words.csm()) + ": " + esc(Names.of(id, face.roster())) + "*\nContact them directly: <@"
                    + id + ">.";
        }
        if (face.account().csm().isPresent()) {
            return "*Supported by " + esc(words.one(Role.CSE)) + "* (`" + Account.SCALE
                    + "` in Salesforce)\nNo one person is named. " + howToAskThePool();
        }
        return "*No " + esc(words.csm()) + "*\n" + qualification(face);
    }

    private String howToAskThePool() {
        return handbook.link("scale-request")
                .map(link -> "To have one engaged: " + linked(link) + ".")
                .orElse("To have one engaged, see `/baton help scale`.");
    }

    /** Whether there should be one, for those who may see what decides it. */
    private String qualification(Face face) {
        Vocabulary words = handbook.words();
        String manager = esc(Names.of(face.routing().manager(), face.roster())) + ", the " + esc(words.csmManager())
                + " of the region";
        if (face.qualification().isEmpty()) {
            return "With questions turn to " + manager + ".";
        }
        if (face.qualification().get() == Qualification.UNKNOWN) {
            return "Whether it qualifies, " + manager + ", decides.";
        }
        String amount = face.arr().map(Money::toString).orElse("") + " " + esc(words.dealValue());
        String sample =
                handbook.thresholdsNote().map(note -> " (" + esc(note) + ")").orElse("");
        String ask = face.qualification().get() == Qualification.CSM ? " Ask with `/request-csm`." : "";
        return esc(words.qualified(face.qualification().get())) + " with " + amount + sample + "." + ask
                + " How that is decided: `/baton help qualify`.";
    }

    private String whereInSalesforce(Face face) {
        String page = face.salesforce().map(url -> linked(url, "In Salesforce")).orElse("In Salesforce");
        return page + ": Customer Success section, " + esc(handbook.words().salesforceField()) + ", right below the "
                + esc(handbook.words().name(Role.SA)) + ".";
    }

    private List<LayoutBlock> deal(Face face) {
        Account account = face.account();
        List<String> facts = new ArrayList<>();
        facts.addAll(List.of(
                "Stage", face.stage().map(deal -> esc(deal.stage().label())).orElse("")));
        facts.addAll(List.of(
                face.stage().filter(deal -> !deal.stage().open()).isPresent() ? "Closed" : "Expected close",
                face.stage().map(deal -> deal.closeDate().toString()).orElse("")));
        if (face.rights().amounts()) {
            facts.addAll(List.of(
                    handbook.words().dealValue(),
                    face.arr().map(Money::toString).orElse("not known")));
            facts.addAll(List.of("LAM", face.lam().map(Money::toString).orElse("not known")));
        }
        facts.addAll(List.of("Segment", esc(account.segment().label())));
        facts.addAll(List.of("Region", esc(region(face))));
        facts.addAll(List.of("Phase", account.phase() == Account.Phase.PRE_SALES ? "Pre-sales" : "Post-sales"));
        facts.addAll(List.of(
                "Deployment", account.deployment().map(Deployment::label).orElse("")));
        facts.addAll(
                List.of("Subscription tier", account.tier().map(Tier::label).orElse("")));
        face.channel().ifPresent(channel -> facts.addAll(List.of("Channel", "<#" + channel + ">")));
        List<LayoutBlock> blocks = new ArrayList<>(facts(facts));
        buttons(face, blocks);
        return blocks;
    }

    private static void buttons(Face face, List<LayoutBlock> blocks) {
        if (face.rights().edit()) {
            Button edit = button(EDIT, "Edit account", face.account().id().value15());
            blocks.add(actions("account.buttons", edit));
        }
    }

    private static String region(Face face) {
        Region region = face.roster().regions().get(face.account().region());
        return region == null ? face.account().region() : region.name();
    }

    private List<LayoutBlock> team(Face face) {
        String members = TEAM.stream()
                .filter(face.team()::containsKey)
                .map(role -> esc(handbook.label(role)) + " <@" + face.team().get(role) + ">")
                .collect(Collectors.joining("  ·  "));
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*Team*\n" + (members.isEmpty() ? "Nobody yet." : members)));
        face.composition().warnings(handbook).forEach(words -> blocks.add(note(":warning: " + esc(words))));
        face.composition().toKnow().forEach(words -> blocks.add(note(esc(words))));
        return blocks;
    }

    /** What is there as links, what is missing as missing (handbook 001:36). */
    private LayoutBlock information(Face face) {
        List<String> there = new ArrayList<>();
        face.project().ifPresent(url -> there.add(linked(url, "Collaboration project")));
        face.links().forEach((place, link) -> there.add(linked(link, Labels.of(place, handbook))));
        String missing = face.missing().stream()
                .map(place -> esc(Labels.of(place, handbook)))
                .collect(Collectors.joining(", "));
        String words = String.join("  ·  ", there);
        if (!missing.isEmpty()) {
            words += (words.isEmpty() ? "" : "\n") + "_Missing: " + missing + "_";
        }
        return text("*Information*\n" + words);
    }

    private static List<LayoutBlock> history(Face face) {
        String lines =
                face.recent().stream().map(deed -> line(deed, face.zone())).collect(Collectors.joining("\n"));
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*History*\n" + (lines.isEmpty() ? "Nothing yet." : lines)));
        if (face.lines() > Face.RECENT) {
            blocks.add(actions(
                    "account.history",
                    button(LOG, "Show all " + face.lines(), face.account().id().value15() + ":0")));
        }
        return blocks;
    }

    /** One thing that happened, in the reader's zone. */
    static String line(Deed deed, ZoneId zone) {
        String words = deed.words().length() > 400 ? deed.words().substring(0, 400) + "…" : deed.words();
        return "`" + WHEN.format(deed.at().atZone(zone)) + "` " + esc(words);
    }

    private static String linked(Link link) {
        return linked(link.address().toString(), link.text());
    }

    /** A bar would begin a label. */
    private static String linked(String url, String label) {
        return "<" + esc(url).replace("|", "%7C") + "|" + esc(label) + ">";
    }
}
