-- What Slack says of a person's zone, and whether the account there is closed.
ALTER TABLE person ADD COLUMN zone ${text};
ALTER TABLE person ADD COLUMN deactivated ${long} NOT NULL DEFAULT 0;

-- What a person chose; what is empty follows the people file, Slack and the handbook.
-- Weekdays are their numbers from Monday as 1, such as 12345; the lead is a span such as '1 business day'.
CREATE TABLE preference (
    person       ${text} NOT NULL PRIMARY KEY,
    quiet_from   ${text},
    quiet_until  ${text},
    weekdays     ${text},
    holidays     ${text},
    lead         ${text},
    gathered     ${long} NOT NULL DEFAULT 0,
    paused_until ${text}
)${strict};

-- Days away, both ends included, and who was asked to stand in: 'asked', 'accepted' or 'declined'; empty without a delegate.
CREATE TABLE leave (
    id        ${id},
    person    ${text} NOT NULL,
    first_day ${text} NOT NULL,
    last_day  ${text} NOT NULL,
    delegate  ${text},
    answer    ${text}
)${strict};
CREATE INDEX leave_person ON leave (person);
CREATE INDEX leave_delegate ON leave (delegate) WHERE delegate IS NOT NULL;

-- Who reads a notice in the recipient's place, settled before it is first sent; and the digest that says it.
ALTER TABLE notice ADD COLUMN reader ${text};
ALTER TABLE notice ADD COLUMN merged_into ${text};
CREATE INDEX notice_rule ON notice (zone_of) WHERE state = 'pending' AND anchor IS NOT NULL;

-- Anchors are a moment or a date from now on. Those kept so far were local times without a zone: what is owed by them keeps
-- its time.
UPDATE notice SET anchor = NULL;
