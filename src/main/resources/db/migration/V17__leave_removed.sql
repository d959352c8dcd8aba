-- Days away that were taken back: the question to whoever was asked to stand in still stands in Slack, and has to say so.
ALTER TABLE leave ADD COLUMN removed ${long} NOT NULL DEFAULT 0;
