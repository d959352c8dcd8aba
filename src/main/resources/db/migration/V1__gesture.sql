-- What people did that has taken effect, and what was answered: a repeat gets the same answer and has no second effect.
CREATE TABLE gesture (
    gesture ${text} NOT NULL PRIMARY KEY,
    at      ${long} NOT NULL,
    answer  ${text} NOT NULL
)${strict};

-- Visible numbers such as REQ-1; 'probe' is written to tell whether the store takes writes.
CREATE TABLE counter (
    name  ${text} NOT NULL PRIMARY KEY,
    value ${long} NOT NULL
)${strict};

INSERT INTO counter (name, value) VALUES ('probe', 0);
