-- What did not get through, for those who run Baton. Both indexes are empty while all is well.
CREATE INDEX notice_dead ON notice (due_at, id) WHERE state = 'dead';
CREATE INDEX notice_failing ON notice (due_at, id) WHERE attempts >= 3 AND state IN ('pending', 'claimed');
