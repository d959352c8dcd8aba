-- An account is its Salesforce id (15 characters); the name neither matches nor renames it.
CREATE TABLE account (
    id          ${text} NOT NULL PRIMARY KEY,
    name        ${text} NOT NULL,
    name_folded ${text} NOT NULL,
    segment     ${text} NOT NULL,
    region      ${text} NOT NULL,
    deployment  ${text},
    codename    ${text},
    channel     ${text},
    csm         ${text},
    phase       ${text} NOT NULL DEFAULT 'PRE_SALES',
    project_url ${text},
    version     ${long} NOT NULL
)${strict};
CREATE INDEX account_name ON account (name_folded);
CREATE INDEX account_csm ON account (csm) WHERE csm IS NOT NULL;

-- Money is cents of US dollars; dates are ISO text.
CREATE TABLE opportunity (
    id         ${text} NOT NULL PRIMARY KEY,
    account_id ${text} NOT NULL REFERENCES account (id),
    stage      ${text} NOT NULL,
    close_date ${text} NOT NULL,
    lam_cents  ${long} NOT NULL,
    arr_cents  ${long},
    version    ${long} NOT NULL DEFAULT 0
)${strict};
CREATE INDEX opportunity_account ON opportunity (account_id);

-- One person per role and account.
CREATE TABLE team (
    account_id ${text} NOT NULL REFERENCES account (id),
    role       ${text} NOT NULL,
    person     ${text} NOT NULL,
    PRIMARY KEY (account_id, role)
)${strict};
CREATE INDEX team_person ON team (person);

-- What Slack said of people. History and everything else stores ids, so that to forget a person is one UPDATE here.
CREATE TABLE person (
    id         ${text} NOT NULL PRIMARY KEY,
    dm_channel ${text}
)${strict};

-- Who did what, when, by which gesture. Never changed.
CREATE TABLE history (
    id         ${id},
    account_id ${text} NOT NULL REFERENCES account (id),
    subject    ${text} NOT NULL,
    at         ${long} NOT NULL,
    actor      ${text} NOT NULL,
    via        ${text} NOT NULL,
    gesture    ${text} NOT NULL,
    event      ${text} NOT NULL,
    detail     ${text} NOT NULL
)${strict};
CREATE INDEX history_account ON history (account_id, at);
