-- What a digest of reminders holds, and the digests in which something about a subject stands.
CREATE INDEX notice_merged ON notice (merged_into) WHERE merged_into IS NOT NULL;
