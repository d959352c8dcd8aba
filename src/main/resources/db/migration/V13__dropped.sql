-- No longer owed, and perhaps said: it is looked for before it ends, since what stands in Slack has to be kept true.
ALTER TABLE notice ADD COLUMN dropped ${long} NOT NULL DEFAULT 0;
