CREATE TABLE csm_request (
    number         ${long} NOT NULL PRIMARY KEY,
    account_id     ${text} NOT NULL REFERENCES account (id),
    opportunity_id ${text} NOT NULL REFERENCES opportunity (id),
    requester      ${text} NOT NULL,
    state          ${text} NOT NULL,
    qualification  ${text} NOT NULL,
    qualified_why  ${text} NOT NULL,
    admission      ${text} NOT NULL,
    manager        ${text} NOT NULL,
    preferred_csm  ${text},
    notes          ${text},
    csm            ${text},
    settled_by     ${text},
    answer         ${text},
    submitted_at   ${long} NOT NULL,
    version        ${long} NOT NULL DEFAULT 0
)${strict};
-- One open request for one opportunity, whoever is faster.
CREATE UNIQUE INDEX csm_request_open ON csm_request (opportunity_id) WHERE state = 'ROUTED';
CREATE INDEX csm_request_account ON csm_request (account_id);

INSERT INTO counter (name, value) VALUES ('request', 0);
