package dev.baton.scale;

import dev.baton.handbook.PoolRequests;
import dev.baton.slack.Form;
import java.util.Optional;

/** The form "Ask a Scale CSE", read: a complete need, or an error under every wrong field at once. */
final class Intake {
    static final String CONTACT = "contact";
    static final String INTERVENTION = "intervention";
    static final String USE_CASE = "use_case";
    static final String RISK = "risk";
    static final String ENVIRONMENT = "environment";
    static final String PAIN_POINTS = "pain_points";
    static final String DIRECT = "direct";

    static final String YES = "yes";

    static final String REASON = "reason";

    private static final int LINE = 200;
    private static final int LONGEST_REASON = 1000;

    private Intake() {}

    /** @throws Form.Rejected with every wrong field */
    static Need need(Form form, PoolRequests pool) {
        Optional<String> contact = line(form, CONTACT, "Type who at the customer is to be contacted, with an address.");
        Optional<String> intervention = form.choice(INTERVENTION).filter(pool.interventions()::contains);
        if (intervention.isEmpty()) {
            form.error(INTERVENTION, "Choose what kind of help is needed.");
        }
        Optional<String> useCase = line(form, USE_CASE, "Type what the customer mainly uses the product for.");
        Optional<String> risk = line(form, RISK, "Type what is at risk, or \"none\".");
        Optional<String> environment = line(form, ENVIRONMENT, "Type how the customer runs the product.");
        Optional<String> painPoints = text(form, PAIN_POINTS, pool.painPoints());
        form.orRefuse();
        return new Need(
                contact.orElseThrow(),
                intervention.orElseThrow(),
                useCase.orElseThrow(),
                risk.orElseThrow(),
                environment.orElseThrow(),
                painPoints,
                form.boxes(DIRECT).contains(YES));
    }

    /** @throws Form.Rejected when there is no reason, or too much of it */
    static String reason(Form form) {
        Optional<String> reason = text(form, REASON, LONGEST_REASON);
        if (reason.isEmpty()) {
            form.error(REASON, "Say why: the owner reads it and knows what to do next.");
        }
        form.orRefuse();
        return reason.orElseThrow();
    }

    private static Optional<String> line(Form form, String field, String otherwise) {
        Optional<String> typed = text(form, field, LINE).map(words -> words.replaceAll("\\s+", " "));
        if (typed.isEmpty()) {
            form.error(field, otherwise);
        }
        return typed;
    }

    private static Optional<String> text(Form form, String field, int longest) {
        Optional<String> typed = form.text(field);
        typed.filter(words -> words.length() > longest)
                .ifPresent(words -> form.error(
                        field,
                        "At most " + longest + " characters; these are " + words.length() + ". Shorten it by "
                                + (words.length() - longest) + "."));
        return typed;
    }
}
