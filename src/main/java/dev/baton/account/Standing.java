package dev.baton.account;

/** What somebody is to the matter at hand. Permissions are relations: the same person stands differently to each account. */
public enum Standing {
    /** Asked for it. */
    REQUESTER("the requester"),
    /** On the account's team. */
    TEAM("the account team"),
    /** The manager who keeps the account's region and segment. */
    KEY_MANAGER("the region's manager"),
    /** Stands in for that manager. */
    BACKUP("the manager's backup"),
    /** Leads the Solutions Architects of the account's region. */
    SA_LEADER("SA leadership of the region"),
    /** Runs Baton here. */
    ADMIN("an administrator"),
    /** In the people file, with no nearer relation. */
    MEMBER("everybody in the people file"),
    /** Everybody else: guests, people of other companies, people Baton does not know. */
    STRANGER("a stranger");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
