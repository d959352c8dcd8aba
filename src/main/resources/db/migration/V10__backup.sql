-- That this database was put in place from a backup, and what was done about it. Times are business time; resumed_at is when
-- somebody served from it for the first time.
CREATE TABLE restoration (
    id          ${id},
    source      ${text} NOT NULL,
    restored_at ${long} NOT NULL,
    known_until ${long} NOT NULL,
    looked_up   ${long} NOT NULL,
    refreshed   ${long} NOT NULL,
    resumed_at  ${long}
)${strict};

-- 1 for what was owed when the database was restored: Slack may have it already, also in a later generation than this one.
ALTER TABLE notice ADD COLUMN restored ${long} NOT NULL DEFAULT 0;

-- What is old is found without reading the rest.
CREATE INDEX gesture_at ON gesture (at);
