package dev.baton.handbook;

import java.util.Locale;

/** A field of a form whose label and hint the handbook words. */
public enum Field {
    ACCOUNT_NAME,
    ACCOUNT_LINK,
    OPPORTUNITY_LINK,
    STAGE,
    /** The boxes of the reasons to ask early. */
    EVIDENCE,
    PRESENTED_ON,
    CLOSE_DATE,
    LAM,
    DEAL_VALUE,
    SEGMENT,
    REGION,
    DEPLOYMENT,
    ACCOUNT_EXECUTIVE,
    PROJECT_LINK,
    PREFERRED_CSM,
    NOTES,
    /** Why a request below the threshold should go to the manager all the same. */
    ANYWAY_REASON,
    OVERRIDE_REASON,
    /** From when on a won customer is one; the deadlines of the onboarding count from it. */
    CUSTOMER_START,
    /** Why a deal changes its stage. */
    STAGE_REASON,
    /** Three things the SA sees to once a technical evaluation is complete: the reasons of the transition are entered. */
    CHECK_REASONS,
    /** The stage moved on in a timely manner. */
    CHECK_TIMELY,
    /** What is known of the POV is right. */
    CHECK_POV,
    CODENAME,
    TIER,
    CHANNEL,
    MEETING_NOTES_LINK,
    COMMAND_PLAN_LINK,
    ACCOUNT_PLAN_LINK,
    STRATEGY_PLAN_LINK,
    POOL_CONTACT,
    POOL_INTERVENTION,
    POOL_USE_CASE,
    POOL_RISK,
    POOL_ENVIRONMENT,
    POOL_PAIN_POINTS,
    /** Whether the pool writes to the customer itself, the owner in copy. */
    POOL_CONTACT_DIRECTLY;

    /** Its name in the handbook's file: {@code account-name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
