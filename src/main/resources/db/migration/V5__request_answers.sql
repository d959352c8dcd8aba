-- What the conversation about a request was: questions, answers, changes, with their reasons.
CREATE TABLE request_remark (
    id     ${long} NOT NULL PRIMARY KEY,
    number ${long} NOT NULL REFERENCES csm_request (number),
    kind   ${text} NOT NULL,
    author ${text} NOT NULL,
    at     ${long} NOT NULL,
    words  ${text} NOT NULL,
    reply  ${text}
)${strict};
CREATE INDEX request_remark_number ON request_remark (number);

-- A form that waits for a second word, such as why it should go to the manager although the account does not qualify.
CREATE TABLE request_draft (
    id        ${long} NOT NULL PRIMARY KEY,
    requester ${text} NOT NULL,
    at        ${long} NOT NULL,
    form      ${text} NOT NULL
)${strict};

ALTER TABLE csm_request ADD COLUMN by_default ${long} NOT NULL DEFAULT 0;
ALTER TABLE csm_request ADD COLUMN anyway_reason ${text};
ALTER TABLE csm_request ADD COLUMN overridden_by ${text};
ALTER TABLE csm_request ADD COLUMN override_reason ${text};

-- What Baton has learned or applied: the Salesforce host, the people file last applied.
CREATE TABLE known (
    name  ${text} NOT NULL PRIMARY KEY,
    value ${text} NOT NULL
)${strict};

INSERT INTO counter (name, value) VALUES ('remark', 0);
INSERT INTO counter (name, value) VALUES ('draft', 0);
