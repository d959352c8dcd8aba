-- A technical evaluation that the SA has marked complete: the stage is to be moved on, and three things to be seen to.
CREATE TABLE evaluation (
    id             ${id},
    account_id     ${text} NOT NULL REFERENCES account (id),
    opportunity_id ${text} NOT NULL REFERENCES opportunity (id),
    sa             ${text} NOT NULL,
    seller         ${text},
    state          ${text} NOT NULL,
    reasons        ${long} NOT NULL DEFAULT 0,
    timely         ${long} NOT NULL DEFAULT 0,
    pov            ${long} NOT NULL DEFAULT 0,
    completed_at   ${long} NOT NULL,
    moved_at       ${long},
    version        ${long} NOT NULL DEFAULT 0
)${strict};
-- One at a time for an opportunity, whoever is faster. One that came back to stage 3 can be marked again.
CREATE UNIQUE INDEX evaluation_open ON evaluation (opportunity_id) WHERE state = 'OPEN';
CREATE INDEX evaluation_account ON evaluation (account_id);
