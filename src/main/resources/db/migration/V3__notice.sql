-- What Baton owes to people. due_at and first_try are business time, leases and retry_at machine time, all UTC milliseconds.
-- The rule (timing, anchor, span, whose zone) is kept beside the computed due_at, so that a change can compute it again.
CREATE TABLE notice (
    id              ${id},
    key             ${text} NOT NULL UNIQUE,
    kind            ${text} NOT NULL,
    verb            ${text} NOT NULL,
    subject         ${text} NOT NULL,
    recipient       ${text} NOT NULL,
    instead_of      ${text},
    parent          ${text},
    timing          ${text} NOT NULL,
    anchor          ${text},
    span            ${text},
    zone_of         ${text},
    due_at          ${long} NOT NULL,
    snoozed_until   ${long},
    gen             ${long} NOT NULL DEFAULT 0,
    state           ${text} NOT NULL DEFAULT 'pending',
    claim           ${text},
    lease_until     ${long},
    try_id          ${text},
    first_try       ${long},
    unresolved      ${long} NOT NULL DEFAULT 0,
    retry_at        ${long},
    attempts        ${long} NOT NULL DEFAULT 0,
    message_channel ${text},
    message_ts      ${text},
    hash            ${text},
    last_error      ${text}
)${strict};
-- Cost follows what is due, not what exists.
CREATE INDEX notice_pending ON notice (verb, due_at, id) WHERE state = 'pending';
CREATE INDEX notice_claimed ON notice (lease_until) WHERE state = 'claimed';
CREATE INDEX notice_subject ON notice (subject);
CREATE INDEX notice_recipient ON notice (recipient) WHERE state = 'pending';
