package dev.baton.handbook;

/** What a person is to an account, or in the house. The words shown for a role are the handbook's: {@link Vocabulary}. */
public enum Role {
    SAE,
    AE,
    SMB_ADVOCATE,
    SA,
    /** The pooled SA who looks after one account: a place on a team, and held by an SA. */
    SERVICING_SA,
    CSM,
    CSE,
    CSM_MANAGER,
    SA_LEADER,
    SDR,
    PSE,
    ADMIN;

    /** The role somebody needs in the people file to take this place on a team: nearly always the same. */
    public Role held() {
        return this == SERVICING_SA ? SA : this;
    }

    /** Whether people hold it in the people file; a mere place on a team nobody does. */
    public boolean ofPeople() {
        return held() == this;
    }
}
