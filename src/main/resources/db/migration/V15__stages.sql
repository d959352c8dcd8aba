-- From when on somebody is a customer, where that is not the day the deal closed. A date is ISO text.
CREATE TABLE customer_start (
    opportunity_id ${text} NOT NULL PRIMARY KEY REFERENCES opportunity (id),
    start_date     ${text} NOT NULL
)${strict};

-- Somebody wants to take a deal back to an earlier stage; the manager decides.
CREATE TABLE stage_reversal (
    id             ${id},
    account_id     ${text} NOT NULL REFERENCES account (id),
    opportunity_id ${text} NOT NULL REFERENCES opportunity (id),
    from_stage     ${text} NOT NULL,
    to_stage       ${text} NOT NULL,
    close_date     ${text} NOT NULL,
    start_date     ${text},
    reason         ${text} NOT NULL,
    requester      ${text} NOT NULL,
    manager        ${text} NOT NULL,
    asked_at       ${long} NOT NULL,
    state          ${text} NOT NULL,
    settled_by     ${text},
    words          ${text},
    version        ${long} NOT NULL DEFAULT 0
)${strict};
-- One at a time for each deal.
CREATE UNIQUE INDEX stage_reversal_pending ON stage_reversal (opportunity_id) WHERE state = 'PENDING';
CREATE INDEX stage_reversal_account ON stage_reversal (account_id);

-- An account became a customer: once, by its first won deal. The deadlines are days of the calendar.
CREATE TABLE onboarding (
    account_id     ${text} NOT NULL PRIMARY KEY REFERENCES account (id),
    opportunity_id ${text} NOT NULL REFERENCES opportunity (id),
    round          ${long} NOT NULL,
    start_date     ${text} NOT NULL,
    kickoff        ${text} NOT NULL,
    cadence        ${text} NOT NULL,
    done           ${text} NOT NULL,
    standing       ${long} NOT NULL,
    version        ${long} NOT NULL
)${strict};

-- A manager was told of a deal that has come far without a CSM: once for each deal.
CREATE TABLE uncovered (
    opportunity_id ${text} NOT NULL PRIMARY KEY REFERENCES opportunity (id),
    manager        ${text} NOT NULL,
    told_at        ${long} NOT NULL
)${strict};

-- Whose deal was won before this was kept track of is a customer already.
UPDATE account SET phase = 'POST_SALES'
WHERE phase = 'PRE_SALES' AND id IN (SELECT account_id FROM opportunity WHERE stage = 'CLOSED_WON');
