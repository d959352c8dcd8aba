package dev.baton.handbook;

import java.util.Map;

/**
 * The words the handbook uses. They change with the years; the roles and the rules do not.
 *
 * <p>No screen spells "CSM", "SAE", "ARR" or "Scale CSE" itself. In its place stands one of these (profile csm / tam):
 *
 * <ul>
 *   <li>{@link #csm} CSM / TAM, {@link #aCsm} a CSM / a TAM, {@link #csms} CSMs / TAMs, {@link #csmName} Customer Success
 *       Manager / Technical Account Manager, {@link #csmManager} CSM Manager / TAM Manager
 *   <li>{@link #pool} Scale CSE / tech touch, {@link #thePool} the Scale CSE pool / the tech-touch pool
 *   <li>{@link #dealValue} ARR / IACV, {@link #accountTeam} account team, {@link #salesforceField} what
 *       Salesforce calls the field that names the CSM
 *   <li>titles and buttons: {@link #requestTitle}, {@link #request}, {@link #assignTitle}, {@link #belowThreshold},
 *       {@link #redirect}, {@link #qualified}
 *   <li>any other role: {@link #label}, {@link #one}, {@link #many}, {@link #name}
 *   <li>labels and hints of fields: {@link Handbook#label(Field)}, {@link Handbook#hint}; the gate's: {@link GateWords}
 * </ul>
 *
 * <p>{@link #POOL_MARK} alone is the same in every profile, because it is a value in Salesforce and not a word.
 *
 * @param roles a word for every role
 * @param thePool the pool as a body, with its article
 * @param dealValue the short word for what a year of the deal brings
 * @param accountTeam those who serve an account together, without an article
 */
public record Vocabulary(
        Map<Role, Word> roles, String thePool, String dealValue, String accountTeam, String salesforceField) {
    /** What stands in Salesforce's CSM field of an account that the pool serves. */
    public static final String POOL_MARK = "TAM Scale";

    /** Slack's longest title of a form. */
    static final int LONGEST_TITLE = 24;

    /**
     * What one role is called.
     *
     * @param label the short word, as colleagues say it: "SAE"
     * @param one the same with its article: "an SAE"
     * @param many several of them: "SAEs"
     * @param name the same in full: "Strategic Account Executive"
     */
    public record Word(String label, String one, String many, String name) {}

    public Vocabulary {
        roles = Map.copyOf(roles);
        for (Role role : Role.values()) {
            if (!roles.containsKey(role)) {
                throw new IllegalArgumentException("there is no word for " + role);
            }
        }
    }

    public String csm() {
        return label(Role.CSM);
    }

    public String aCsm() {
        return one(Role.CSM);
    }

    public String csms() {
        return many(Role.CSM);
    }

    public String csmName() {
        return name(Role.CSM);
    }

    public String csmManager() {
        return label(Role.CSM_MANAGER);
    }

    /** The pooled service, without an article: "Qualifies for Scale CSE". */
    public String pool() {
        return label(Role.CSE);
    }

    /** "Request a CSM": the form's title. */
    public String requestTitle() {
        return "Request " + aCsm();
    }

    /** "CSM request": what a request is called, before its number. */
    public String request() {
        return csm() + " request";
    }

    /** "Assign a CSM": the picker's title. */
    public String assignTitle() {
        return "Assign " + aCsm();
    }

    /** "Below the threshold for a CSM"; longer than a form's title may be. */
    public String belowThreshold() {
        return "Below the threshold for " + aCsm();
    }

    /** "Redirect to Scale CSE": the manager's button. */
    public String redirect() {
        return "Redirect to " + pool();
    }

    /** The result of a qualification in a few words: "Qualifies for a CSM". */
    public String qualified(Qualification result) {
        return switch (result) {
            case CSM -> "Qualifies for " + aCsm();
            case SCALE_CSE -> "Qualifies for " + pool();
            case NONE -> "Below the threshold";
            case UNKNOWN -> "Qualification unknown";
        };
    }

    public String label(Role role) {
        return word(role).label();
    }

    /** With its article: "an SA". */
    public String one(Role role) {
        return word(role).one();
    }

    /** Several of them: "SAs". */
    public String many(Role role) {
        return word(role).many();
    }

    public String name(Role role) {
        return word(role).name();
    }

    private Word word(Role role) {
        Word word = roles.get(role);
        if (word == null) {
            throw new IllegalStateException("the constructor let a vocabulary pass without " + role);
        }
        return word;
    }
}
