package dev.baton.card;

import dev.baton.account.SalesforceId;
import java.util.List;
import java.util.Optional;

/**
 * The form that sets an account right, or adds one.
 *
 * @param account empty when one is added
 * @param opportunity whose amounts stand on it
 * @param sheet what stands in the fields
 * @param stamp what the form first showed
 * @param notes what to know before filling it in, each a sentence
 */
record EditForm(
        Optional<SalesforceId> account,
        Optional<SalesforceId> opportunity,
        Sheet sheet,
        Stamp stamp,
        List<String> notes) {

    /** What the form carries from its opening to its submission. */
    String carried() {
        return account.map(SalesforceId::value15).orElse("") + "|"
                + opportunity.map(SalesforceId::value15).orElse("") + "|" + stamp;
    }

    /** The form as it was submitted. */
    static EditForm submitted(String carried, Sheet sheet) {
        String[] parts = (carried + "||").split("\\|", -1);
        return new EditForm(
                SalesforceId.parse(parts[0]), SalesforceId.parse(parts[1]), sheet, Stamp.parse(parts[2]), List.of());
    }
}
