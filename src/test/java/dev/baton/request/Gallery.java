package dev.baton.request;

import static dev.baton.Cast.CLEO;
import static dev.baton.Cast.CYRUS;
import static dev.baton.Cast.FJORD;
import static dev.baton.Cast.HELIO;
import static dev.baton.Cast.HERON;
import static dev.baton.Cast.INES;
import static dev.baton.Cast.KESTREL;
import static dev.baton.Cast.MAYA;
import static dev.baton.Cast.MILO;
import static dev.baton.Cast.MONA;
import static dev.baton.Cast.NORTHWIND;
import static dev.baton.Cast.PABLO;
import static dev.baton.Cast.REMY;
import static dev.baton.Cast.SAM;
import static dev.baton.Cast.SOL;
import static dev.baton.Cast.TINY_TEAL;

import dev.baton.Cast;
import dev.baton.account.Account;
import dev.baton.account.Load;
import dev.baton.account.Money;
import dev.baton.account.Opportunity;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Role;
import dev.baton.handbook.Segment;
import dev.baton.handbook.Stage;
import dev.baton.notice.Due;
import dev.baton.request.CsmRequest.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every screen of a request, drawn from the cast. */
final class Gallery {
    private static final String HOSTILE = "ask <!channel> & <https://evil.example|their bank>";
    private static final RequestSteps STEPS = new RequestSteps(Cast.HANDBOOK, Cast.ROSTER);
    private static final CsmRequest ASKED = Requests.asked(SAM, NORTHWIND);
    private static final CsmRequest ASSIGNED = STEPS.assign(
                    ASKED, MAYA, CLEO, Optional.of("Welcome. First " + HOSTILE), Requests.around(NORTHWIND), Cast.NOW)
            .next();
    private static final CsmRequest BELOW = Requests.wishing(
            Requests.asked(REMY, TINY_TEAL),
            new Wish(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("They are the customer everybody knows: " + HOSTILE)));
    private static final Remark QUESTION =
            Requests.remark(Remark.Kind.QUESTION, MAYA, "Who is the champion? Shall I " + HOSTILE + "?");
    private static final Remark ANSWERED = Requests.replied(QUESTION, "Their head of platform. Do not " + HOSTILE);

    private final List<Screen> screens = new ArrayList<>();

    static List<Screen> all() {
        Gallery gallery = new Gallery();
        gallery.forms();
        gallery.cards();
        gallery.receipts();
        gallery.toTheRequester();
        gallery.toOthers();
        gallery.answers();
        gallery.pickers();
        gallery.hostileNames();
        return List.copyOf(gallery.screens);
    }

    private void forms() {
        FormScreens forms = new FormScreens(Cast.HANDBOOK, Cast.ROSTER);
        Prefill fresh = Prefill.of(NORTHWIND, "AMER_EAST");
        Prefill known = Prefill.of(
                Cast.account(NORTHWIND),
                Optional.of(Cast.opportunity(NORTHWIND)),
                Cast.team(NORTHWIND),
                Optional.of("acme.my.salesforce.com"),
                true);
        Optional<Stage> stage3 = Optional.of(Stage.TECHNICAL_EVALUATION);
        add(Screen.of("form-plain", forms.form(fresh, Optional.empty(), NORTHWIND)));
        add(Screen.of("form-grown", forms.form(fresh, stage3, NORTHWIND)));
        add(Screen.of("form-known", forms.form(known, Optional.empty(), NORTHWIND)));
        add(Screen.of(
                "form-without-csms",
                new FormScreens(Cast.HANDBOOK, Cast.without(Role.CSM)).form(Prefill.of("", ""), Optional.empty(), "")));
        add(Screen.of(
                "form-grown-tam",
                new FormScreens(Handbook.builtIn("tam"), Cast.ROSTER).form(fresh, stage3, NORTHWIND)));
        add(Screen.of("form-edit", forms.edit(ASKED, known.with(Requests.preferring(CLEO)), Optional.empty())));
    }

    private void cards() {
        RequestView seen = Requests.seen(ASKED, NORTHWIND);
        card("open", seen, MAYA, Optional.empty());
        card("stand-in", seen, MONA, Optional.of(MAYA));
        card("moved-on", Requests.seen(ASKED.routed(MILO, false), NORTHWIND), MAYA, Optional.empty());
        card("assigned", Requests.seen(ASSIGNED, NORTHWIND), MAYA, Optional.empty());
        card("declined", Requests.seen(declined(), NORTHWIND), MAYA, Optional.empty());
        card("wishes", Requests.seen(Requests.wishing(ASKED, wish()), NORTHWIND), MAYA, Optional.empty());
        card("asked-back", Requests.seen(ASKED, NORTHWIND, QUESTION), MAYA, Optional.empty());
        Remark edited = Requests.remark(Remark.Kind.EDITED, SAM, "LAM: $1M → $1.2M");
        card("conversation", Requests.seen(ASKED, NORTHWIND, ANSWERED, edited), MAYA, Optional.empty());
        card("below-threshold", Requests.seen(BELOW, TINY_TEAL), MAYA, Optional.empty());
        card("overridden", Requests.seen(overridden(), TINY_TEAL), MAYA, Optional.empty());
        CsmRequest early = Requests.asked(PABLO, Cast.account(KESTREL), Admission.NEAR_END_STAGE_3);
        card("stage-3", Requests.seen(early, KESTREL), MAYA, Optional.empty());
        CsmRequest late = Requests.asked(INES, Cast.account(FJORD), Admission.LATE);
        card("late", Requests.seen(late, FJORD), MILO, Optional.empty());
    }

    private void receipts() {
        RequesterScreens screens = new RequesterScreens();
        add(Screen.of("receipt-open", screens.receipt(Requests.seen(ASKED, NORTHWIND))));
        add(Screen.of("receipt-assigned", screens.receipt(Requests.seen(ASSIGNED, NORTHWIND))));
        add(Screen.of("receipt-declined", screens.receipt(Requests.seen(declined(), NORTHWIND))));
        add(Screen.of("receipt-withdrawn", screens.receipt(Requests.seen(withdrawn(), NORTHWIND))));
        add(Screen.of("receipt-deal-lost", screens.receipt(Requests.seen(lost(), NORTHWIND))));
        Account latam = Cast.account(NORTHWIND).with(Segment.ENTERPRISE, "LATAM", Optional.empty(), Optional.empty());
        CsmRequest hole = Requests.asked(SAM, latam, Admission.STAGE_4);
        add(Screen.of("receipt-by-default", screens.receipt(Requests.seen(hole, latam, Cast.ROSTER))));
        add(Screen.of("told-hole", new ToldScreens().hole(Requests.seen(hole, latam, Cast.ROSTER))));
    }

    private void toTheRequester() {
        RequesterScreens screens = new RequesterScreens();
        RequestView seen = Requests.seen(ASKED, NORTHWIND);
        add(Screen.of("requester-question", screens.question(seen, QUESTION)));
        add(Screen.of("requester-question-answered", screens.question(seen, ANSWERED)));
        add(Screen.of("requester-question-nudge", screens.questionNudge(seen, QUESTION)));
        add(Screen.of("requester-declined", screens.declined(Requests.seen(declined(), NORTHWIND))));
        CsmRequest redirected = STEPS.redirect(BELOW, MAYA, Optional.of("The pool can " + HOSTILE), Cast.NOW)
                .next();
        add(Screen.of("requester-redirected", screens.redirected(Requests.seen(redirected, TINY_TEAL))));
        Remark ruling = Requests.remark(Remark.Kind.OVERRIDDEN, MAYA, "Qualifies for a CSM. " + HOSTILE);
        add(Screen.of("requester-overridden", screens.overridden(Requests.seen(overridden(), TINY_TEAL), ruling)));
        add(Screen.of("requester-rerouted", screens.rerouted(Requests.seen(ASKED.routed(MILO, false), NORTHWIND))));
    }

    private void toOthers() {
        ToldScreens screens = new ToldScreens();
        RequestView seen = Requests.seen(ASKED, NORTHWIND);
        RequestView assigned = Requests.seen(ASSIGNED, NORTHWIND);
        add(Screen.of("told-assigned-csm", screens.assigned(assigned, CLEO)));
        add(Screen.of("told-assigned-sa", screens.assigned(assigned, SAM)));
        Remark reason = Requests.remark(Remark.Kind.REASSIGNED, MAYA, "Cleo is away for long; " + HOSTILE);
        CsmRequest again = STEPS.reassign(
                        ASSIGNED, MAYA, CYRUS, reason.words(), Requests.around(NORTHWIND), reason.id(), Cast.NOW)
                .next();
        add(Screen.of("told-reassigned-new", screens.reassigned(Requests.seen(again, NORTHWIND), reason, CYRUS)));
        add(Screen.of("told-reassigned-before", screens.reassigned(Requests.seen(again, NORTHWIND), reason, CLEO)));
        add(Screen.of("told-answered", screens.answered(seen, ANSWERED)));
        Remark edited = Requests.remark(Remark.Kind.EDITED, SAM, "Notes: none → " + HOSTILE);
        add(Screen.of("told-edited", screens.edited(seen, edited)));
        add(Screen.of("told-withdrawn", screens.withdrawn(Requests.seen(withdrawn(), NORTHWIND))));
        add(Screen.of("told-deal-lost", screens.dealLost(Requests.seen(lost(), NORTHWIND))));
        add(Screen.of("told-nudge", screens.nudge(seen)));
        add(Screen.of("told-settled", screens.settled(assigned)));
        add(Screen.of("line-asked", screens.line(seen)));
        add(Screen.of("line-assigned", screens.assignedLine(assigned)));
        add(Screen.of("line-codename", screens.line(Requests.seen(Requests.asked(SAM, HELIO), HELIO))));
    }

    private void answers() {
        AnswerScreens screens = new AnswerScreens();
        RequestView seen = Requests.seen(ASKED, NORTHWIND);
        add(Screen.of("answer-ask", screens.ask(seen)));
        add(Screen.of("answer-answer", screens.answer(seen, QUESTION)));
        add(Screen.of("answer-decline", screens.decline(seen)));
        add(Screen.of("answer-redirect", screens.redirect(seen)));
        add(Screen.of("answer-override", screens.override(Requests.seen(BELOW, TINY_TEAL))));
        Qualified pool = Qualified.of(Cast.HANDBOOK, Segment.SMB, Optional.of(Money.dollars(31_000)));
        add(Screen.of("anyway-none", screens.anyway(Cast.HANDBOOK, BELOW.qualified(), 5)));
        add(Screen.of("anyway-pool", screens.anyway(Cast.HANDBOOK, pool, 5)));
    }

    private void pickers() {
        AssignScreens screens = new AssignScreens();
        List<Load> loads = List.of(new Load(CLEO, 3, Money.dollars(1_200_000)));
        List<Load> full = List.of(new Load(CLEO, 12, Money.dollars(4_000_000)));
        CsmRequest wishing = Requests.wishing(ASKED, wish());
        add(Screen.of("picker", screens.picker(picker(ASKED, NORTHWIND, loads))));
        add(Screen.of("picker-preferred", screens.picker(picker(wishing, NORTHWIND, loads))));
        add(Screen.of("picker-nobody-suits", screens.picker(picker(ASKED, NORTHWIND, full))));
        add(Screen.of("picker-other-region", screens.picker(picker(Requests.asked(INES, HERON), HERON, loads))));
        AssignPicker away = AssignPicker.of(
                Requests.seen(ASKED, NORTHWIND),
                loads,
                id -> Optional.of(Cast.TODAY.plusDays(4)).filter(last -> id.equals(CLEO)),
                id -> true);
        add(Screen.of("picker-away", screens.picker(away)));
        add(Screen.of("picker-again", screens.repicker(picker(ASSIGNED, NORTHWIND, loads))));
    }

    /** A name is typed by people, too. */
    private void hostileNames() {
        Account account = Account.create(
                Cast.account(TINY_TEAL).id(), "<!channel> & <https://evil.example|Sons>", Segment.SMB, "AMER_WEST");
        RequestView seen = Requests.seen(BELOW, account, Cast.ROSTER);
        card("hostile-name", seen, MAYA, Optional.empty());
        add(Screen.of("line-hostile-name", new ToldScreens().line(seen)));
        add(Screen.of("receipt-hostile-name", new RequesterScreens().receipt(seen)));
        AssignPicker picker = AssignPicker.of(seen, List.of(), id -> Optional.empty(), id -> true);
        add(Screen.of("picker-hostile-name", new AssignScreens().picker(picker)));
    }

    private static CsmRequest declined() {
        return STEPS.decline(ASKED, MAYA, "Too small this year, " + HOSTILE, Cast.NOW)
                .next();
    }

    private static CsmRequest withdrawn() {
        return STEPS.withdraw(ASKED, SAM, Cast.NOW).next();
    }

    private static CsmRequest lost() {
        Opportunity deal = Cast.opportunity(NORTHWIND);
        return STEPS.dealLost(ASKED, SOL, deal.moved(Stage.CLOSED_LOST, deal.closeDate()), Cast.NOW)
                .next();
    }

    private static CsmRequest overridden() {
        return STEPS.override(BELOW, Qualification.CSM, MAYA, "A reference for the region; " + HOSTILE, 7, Cast.NOW)
                .next();
    }

    private static Wish wish() {
        return new Wish(Optional.of(CLEO), Optional.of("Speaks Spanish. " + HOSTILE), Optional.empty());
    }

    private static AssignPicker picker(CsmRequest request, String account, List<Load> loads) {
        return AssignPicker.of(Requests.seen(request, account), loads, id -> Optional.empty(), id -> true);
    }

    private void card(String name, RequestView seen, String recipient, Optional<String> insteadOf) {
        Due due = new Due("key", RequestKinds.CARD, "request:1", recipient, insteadOf, false, Cast.NOW, Cast.NOW);
        add(Screen.of("card-" + name, new CardScreens().card(seen, due)));
    }

    private void add(Screen screen) {
        screens.add(screen);
    }
}
