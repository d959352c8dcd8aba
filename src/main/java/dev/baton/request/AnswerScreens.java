package dev.baton.request;

import static dev.baton.slack.Blocks.choice;
import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.input;
import static dev.baton.slack.Blocks.modal;
import static dev.baton.slack.Blocks.note;
import static dev.baton.slack.Blocks.paragraph;
import static dev.baton.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.baton.handbook.Field;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Qualification;
import dev.baton.handbook.Topic;
import dev.baton.slack.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws the small forms with which a request is answered, and the second thought of a requester. */
final class AnswerScreens {
    static final String ASK = "request.ask.form";
    static final String ANSWER = "request.answer.form";
    static final String DECLINE = "request.decline.form";
    static final String REDIRECT = "request.redirect.form";
    static final String OVERRIDE = "request.override.form";
    static final String ANYWAY = "request.anyway.form";

    static final String WORDS = "words";
    static final String RESULT = "result";

    View ask(RequestView view) {
        return form(
                view,
                ASK,
                "Ask",
                "Send",
                "Question to " + view.name(view.request().requester()),
                false);
    }

    View answer(RequestView view, Remark question) {
        return modal(
                ANSWER,
                "Answer",
                "Send",
                List.of(
                        text("*" + esc(view.name(question.author())) + " asks:* " + esc(question.words())),
                        input(WORDS, "Your answer", paragraph("", ""), "", false)),
                String.valueOf(question.id()));
    }

    View decline(RequestView view) {
        return form(view, DECLINE, "Decline", "Decline", "Reason", false);
    }

    View redirect(RequestView view) {
        return form(view, REDIRECT, view.handbook().words().redirect(), "Redirect", "Note", true);
    }

    View override(RequestView view) {
        List<Option> results = Stream.of(Qualification.CSM, Qualification.SCALE_CSE, Qualification.NONE)
                .map(result -> Option.of(result.name(), view.handbook().words().qualified(result)))
                .toList();
        String initial = view.request().qualified().assignable() ? "" : Qualification.CSM.name();
        return modal(
                OVERRIDE,
                "Override qualification",
                "Override",
                List.of(
                        text(RequestWords.qualification(view)),
                        input(RESULT, "Qualification", choice(results, initial), "", false),
                        input(
                                WORDS,
                                "Reason",
                                paragraph("", ""),
                                view.handbook().hint(Field.OVERRIDE_REASON),
                                false)),
                String.valueOf(view.request().number()));
    }

    /** "Below the threshold", why, and the two ways on. */
    View anyway(Handbook handbook, Qualified qualified, long draft) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*" + esc(handbook.words().belowThreshold()) + "*\n"
                + esc(RequestWords.capitalised(qualified.why())) + "."));
        handbook.topic("qualify").ifPresent(topic -> blocks.add(note("*How decided?* " + said(topic))));
        if (qualified.result() == Qualification.SCALE_CSE) {
            handbook.topic("scale").ifPresent(topic -> blocks.add(text(said(topic))));
        } else {
            handbook.topic("routes").ifPresent(topic -> blocks.add(text(said(topic))));
        }
        // A submit button holds 24 characters, which is too few for the offer itself.
        blocks.add(text("*Send to the manager anyway*"));
        blocks.add(input(
                WORDS,
                handbook.label(Field.ANYWAY_REASON),
                paragraph("", ""),
                handbook.hint(Field.ANYWAY_REASON),
                false));
        return modal(ANYWAY, "Below the threshold", "Send anyway", blocks, String.valueOf(draft));
    }

    private static String said(Topic topic) {
        return esc(topic.text()) + " (" + esc(topic.source()) + ")";
    }

    private static View form(
            RequestView view, String callback, String title, String submit, String label, boolean optional) {
        return modal(
                callback,
                title,
                submit,
                List.of(
                        text(view.request().label() + ": *" + esc(view.customer()) + "*"),
                        input(WORDS, label, paragraph("", ""), "", optional)),
                String.valueOf(view.request().number()));
    }
}
