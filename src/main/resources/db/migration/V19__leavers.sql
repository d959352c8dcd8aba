-- Somebody who left with work in hand, as one manager was told of it. Each time somebody leaves is told anew.
CREATE TABLE leaver (
    id         ${id},
    person     ${text} NOT NULL,
    manager    ${text} NOT NULL,
    state      ${text} NOT NULL,
    noticed_at ${long} NOT NULL
)${strict};
CREATE UNIQUE INDEX leaver_open ON leaver (person, manager) WHERE state = 'OPEN';

-- What was handed over, line by line; what one person did in one go is one batch, of which everybody hears once.
CREATE TABLE handover (
    id         ${id},
    batch      ${long} NOT NULL,
    leaver_id  ${long} NOT NULL REFERENCES leaver (id),
    account_id ${text} NOT NULL REFERENCES account (id),
    subject    ${text} NOT NULL,
    words      ${text} NOT NULL,
    successor  ${text} NOT NULL,
    by_whom    ${text} NOT NULL,
    at         ${long} NOT NULL
)${strict};
CREATE INDEX handover_leaver ON handover (leaver_id);
CREATE INDEX handover_batch ON handover (batch);
CREATE INDEX handover_account ON handover (account_id);

INSERT INTO counter (name, value) VALUES ('handover', 0);
