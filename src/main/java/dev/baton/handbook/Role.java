package dev.baton.handbook;

/** What a person is to an account, or in the house. The words shown for a role are the handbook's: {@link Vocabulary}. */
public enum Role {
    SAE,
    AE,
    SMB_ADVOCATE,
    SA,
    CSM,
    CSE,
    CSM_MANAGER,
    SA_LEADER,
    SDR,
    PSE,
    ADMIN
}
