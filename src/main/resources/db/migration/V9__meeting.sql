CREATE TABLE meeting (
    id         ${id},
    account_id ${text} NOT NULL REFERENCES account (id),
    kind       ${text} NOT NULL,
    state      ${text} NOT NULL,
    owner      ${text} NOT NULL,
    co_owner   ${text},
    planned_at ${long} NOT NULL
)${strict};
-- One internal meeting is planned for an account at a time.
CREATE UNIQUE INDEX meeting_planned ON meeting (account_id, kind) WHERE state = 'PLANNED';
