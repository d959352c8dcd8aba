-- That an account is on Dedicated, as its manager and team were told: once for each time it is set.
CREATE TABLE dedicated (
    account_id ${text} NOT NULL PRIMARY KEY REFERENCES account (id),
    number     ${long} NOT NULL,
    manager    ${text} NOT NULL,
    set_by     ${text},
    set_at     ${long} NOT NULL,
    standing   ${long} NOT NULL,
    version    ${long} NOT NULL DEFAULT 0
)${strict};

-- Who has read the best practices. What is read stays read, also when the account is set to Dedicated once more.
CREATE TABLE dedicated_reader (
    account_id ${text} NOT NULL REFERENCES account (id),
    person     ${text} NOT NULL,
    read_at    ${long} NOT NULL,
    PRIMARY KEY (account_id, person)
)${strict};
