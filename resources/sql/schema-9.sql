-- Schema 9 of a Recoupe library: sources that are followed, and what they bring.

-- KEPT ----------------------------------------------------------------------------------------------------------------

-- Where its articles go, which of them are wanted, and whether pages are fetched for what a feed only sums up.
ALTER TABLE source ADD COLUMN dossier_id INTEGER REFERENCES dossier (id) ON DELETE SET NULL;
ALTER TABLE source ADD COLUMN only_pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN full_pages INTEGER NOT NULL DEFAULT 1;
ALTER TABLE source ADD COLUMN include_words TEXT;
ALTER TABLE source ADD COLUMN exclude_words TEXT;
ALTER TABLE source ADD COLUMN created_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN removed_us INTEGER;
-- What bears on when it is asked again.
ALTER TABLE source ADD COLUMN next_check_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN n_failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN ttl_s INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN retry_after_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN fresh_until_us INTEGER NOT NULL DEFAULT 0;
-- The address that gave the validators.
ALTER TABLE source ADD COLUMN validated_uri TEXT;
-- New or changed entries at the last check.
ALTER TABLE source ADD COLUMN n_new INTEGER NOT NULL DEFAULT 0;
CREATE INDEX source_by_next_check ON source (next_check_us);

-- What a source has brought, one row an item, whether or not it became an article. Nothing goes because a feed drops it.
CREATE TABLE entry (
  id            INTEGER PRIMARY KEY,
  source_id     INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  key           TEXT NOT NULL,
  content_hash  TEXT NOT NULL,
  uri           TEXT,
  title         TEXT,
  published_us  INTEGER NOT NULL DEFAULT 0,
  content_type  TEXT,
  payload       BLOB,
  summary       INTEGER NOT NULL DEFAULT 0,
  first_seen_us INTEGER NOT NULL,
  last_seen_us  INTEGER NOT NULL,
  state         TEXT NOT NULL,
  failure       TEXT,
  attempts      INTEGER NOT NULL DEFAULT 0,
  retry_us      INTEGER NOT NULL DEFAULT 0,
  article_id    INTEGER REFERENCES article (id) ON DELETE SET NULL,
  UNIQUE (source_id, key)
) STRICT;
CREATE INDEX entry_waiting ON entry (retry_us, id) WHERE state = 'waiting';
CREATE INDEX entry_by_article ON entry (article_id) WHERE article_id IS NOT NULL;
