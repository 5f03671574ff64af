-- Schema 3 of a Recoupe library: actors have two layers. The engine's, the base, is whom a name was found for; the
-- user's corrections, laid over it, say whom that shows. Nothing of the base is lost by a correction.

-- KEPT ----------------------------------------------------------------------------------------------------------------

-- What the two sides were called when it was made, so that it can be told when neither is there any more. Rows of one
-- decision name the first of them in part_of.
ALTER TABLE correction ADD COLUMN subject_name TEXT;
ALTER TABLE correction ADD COLUMN value_name TEXT;
ALTER TABLE correction ADD COLUMN part_of INTEGER;
CREATE INDEX correction_by_kind ON correction (kind);

-- Corrections that were taken back in this session, as they were.
CREATE TABLE correction_dropped (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL,
  article_id   INTEGER REFERENCES article (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  subject      TEXT,
  value        TEXT,
  created_us   INTEGER NOT NULL,
  subject_name TEXT,
  value_name   TEXT,
  part_of      INTEGER
) STRICT;
CREATE INDEX correction_dropped_by_article ON correction_dropped (article_id);

-- Actors the user watches; seen_us is when the card was last looked at.
CREATE TABLE watch (
  actor_key TEXT PRIMARY KEY,
  seen_us   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Keys of actors that the engine has joined into others: what is kept under them holds for those.
CREATE TABLE actor_key (
  key        TEXT PRIMARY KEY,
  stands_for TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- DERIVED -------------------------------------------------------------------------------------------------------------

-- name and kind are what is shown; found_name and found_kind the engine's, where the user gave others. shown_id is whom
-- the actor is shown as: itself, whom it was merged into, or nobody. split_of is the key of whom the user split it from;
-- the engine knows nothing of such actors. pin_rank, is_watched and n_mentions, of the mentions that show it, follow from
-- other tables.
ALTER TABLE actor ADD COLUMN found_kind TEXT;
ALTER TABLE actor ADD COLUMN found_name TEXT;
ALTER TABLE actor ADD COLUMN split_of TEXT;
ALTER TABLE actor ADD COLUMN shown_id INTEGER REFERENCES actor (id) ON DELETE SET NULL;
ALTER TABLE actor ADD COLUMN pin_rank INTEGER;
ALTER TABLE actor ADD COLUMN is_watched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actor ADD COLUMN n_mentions INTEGER NOT NULL DEFAULT 0;
CREATE INDEX actor_by_shown ON actor (shown_id);
CREATE INDEX actor_split ON actor (split_of) WHERE split_of IS NOT NULL;
UPDATE actor SET shown_id = id;

-- words are the folded alias; article_id is where it came from first; shown_id is whom it names: nobody where the user
-- ignores that actor.
ALTER TABLE actor_alias ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE actor_alias ADD COLUMN article_id INTEGER REFERENCES article (id) ON DELETE SET NULL;
ALTER TABLE actor_alias ADD COLUMN shown_id INTEGER REFERENCES actor (id) ON DELETE SET NULL;
CREATE INDEX actor_alias_by_article ON actor_alias (article_id);
CREATE INDEX actor_alias_by_shown ON actor_alias (shown_id);
CREATE INDEX actor_alias_of_user ON actor_alias (reason) WHERE reason = 'user';
CREATE INDEX actor_alias_by_words ON actor_alias (words);
UPDATE actor_alias SET shown_id = actor_id;

-- base_id is the engine's actor, actor_id whom the mention shows: nobody where the user ignores that actor. words are the
-- folded text of the mention.
CREATE TABLE mention_3 (
  article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  base_id      INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  actor_id     INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  form         TEXT NOT NULL,
  acting       INTEGER NOT NULL,
  words        TEXT NOT NULL,
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO mention_3 (article_id, ordinal, start_offset, end_offset, base_id, actor_id, form, acting, words)
  SELECT article_id, ordinal, start_offset, end_offset, actor_id, actor_id, form, acting, '' FROM mention;
DROP TABLE mention;
ALTER TABLE mention_3 RENAME TO mention;
CREATE INDEX mention_by_actor ON mention (actor_id, article_id);
CREATE INDEX mention_by_base ON mention (base_id, article_id);

-- A row without a base is one more actor that the user split from the base of another row of the account; its rank is
-- that row's and a multiple of 1000 more.
CREATE TABLE account_actor_3 (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  rank       INTEGER NOT NULL,
  base_id    INTEGER REFERENCES actor (id) ON DELETE CASCADE,
  actor_id   INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  PRIMARY KEY (account_id, rank)
) STRICT, WITHOUT ROWID;
INSERT INTO account_actor_3 (account_id, rank, base_id, actor_id)
  SELECT account_id, rank, actor_id, actor_id FROM account_actor;
DROP TABLE account_actor;
ALTER TABLE account_actor_3 RENAME TO account_actor;
CREATE INDEX account_actor_by_actor ON account_actor (actor_id);
CREATE INDEX account_actor_by_base ON account_actor (base_id);

-- How often an actor is named, kept up to date row by row.
UPDATE actor SET n_mentions = (SELECT count (*) FROM mention WHERE mention.actor_id = actor.id);
CREATE TRIGGER mention_inserted AFTER INSERT ON mention WHEN new.actor_id IS NOT NULL BEGIN
  UPDATE actor SET n_mentions = n_mentions + 1 WHERE id = new.actor_id;
END;
CREATE TRIGGER mention_deleted AFTER DELETE ON mention WHEN old.actor_id IS NOT NULL BEGIN
  UPDATE actor SET n_mentions = n_mentions - 1 WHERE id = old.actor_id;
END;
CREATE TRIGGER mention_moved AFTER UPDATE OF actor_id ON mention WHEN old.actor_id IS NOT new.actor_id BEGIN
  UPDATE actor SET n_mentions = n_mentions - 1 WHERE id = old.actor_id;
  UPDATE actor SET n_mentions = n_mentions + 1 WHERE id = new.actor_id;
END;
