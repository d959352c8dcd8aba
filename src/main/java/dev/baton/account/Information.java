package dev.baton.account;

/** The four places where the CSM finds what is known of an account (handbook 001:36). */
public enum Information {
    MEETING_NOTES("Customer meeting notes"),
    COMMAND_PLAN("Command Plan"),
    ACCOUNT_PLAN("Account Plan"),
    STRATEGY_PLAN("Customer Strategy/Value Plan");

    private final String label;

    Information(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
