CREATE TABLE scale_engagement (
    number       ${long} NOT NULL PRIMARY KEY,
    account_id   ${text} NOT NULL REFERENCES account (id),
    owner        ${text} NOT NULL,
    state        ${text} NOT NULL,
    contact      ${text} NOT NULL,
    intervention ${text} NOT NULL,
    use_case     ${text} NOT NULL,
    risk         ${text} NOT NULL,
    environment  ${text} NOT NULL,
    pain_points  ${text},
    direct       ${long} NOT NULL,
    flag         ${text},
    answered_by  ${text},
    answered_at  ${long},
    answer       ${text},
    done_by      ${text},
    submitted_at ${long} NOT NULL,
    version      ${long} NOT NULL DEFAULT 0
)${strict};
-- One open engagement for one account, whoever is faster.
CREATE UNIQUE INDEX scale_engagement_open ON scale_engagement (account_id) WHERE state IN ('SUBMITTED', 'ACCEPTED');
CREATE INDEX scale_engagement_account ON scale_engagement (account_id, number);

-- That somebody suggested to the account's owner to ask the pool: once for each account, day and cause.
CREATE TABLE scale_suggestion (
    account_id ${text} NOT NULL REFERENCES account (id),
    day        ${text} NOT NULL,
    cause      ${text} NOT NULL,
    by_whom    ${text} NOT NULL,
    told       ${text} NOT NULL,
    PRIMARY KEY (account_id, day, cause)
)${strict};

INSERT INTO counter (name, value) VALUES ('engagement', 0);
