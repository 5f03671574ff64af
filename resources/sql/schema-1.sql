-- Schema 1 of a Recoupe library.
--
-- Days are days since 1970-01-01 (an open end is the smallest or largest 32-bit number), moments are microseconds of
-- UTC, offsets are Unicode code points with the end excluded, and closed lists are the nicks of the model's enums.
-- A column that ends in _key holds folded text, to compare and sort by.


-- KEPT: what the user has and says. The engine never alters or drops it. ----------------------------------------------

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

-- The next free number of the tables whose rows are numbered before they are written.
CREATE TABLE sequence (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- key is what the articles call it and stays; name is what is shown and may be the user's; outlets of one name count
-- as the first of them.
CREATE TABLE outlet (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,
  name     TEXT,
  name_key TEXT,
  label    TEXT NOT NULL,
  same_as  INTEGER REFERENCES outlet (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX outlet_by_name ON outlet (name_key);
CREATE INDEX outlet_by_same ON outlet (same_as);

CREATE TABLE article (
  id           INTEGER PRIMARY KEY,
  outlet_id    INTEGER NOT NULL REFERENCES outlet (id) ON DELETE RESTRICT,
  title        TEXT NOT NULL,
  title_key    TEXT NOT NULL,
  title_start  INTEGER NOT NULL,
  title_end    INTEGER NOT NULL,
  byline       TEXT,
  via          TEXT,
  language     TEXT,
  stated_edtf  TEXT,
  stated_clue  TEXT,
  uri          TEXT,
  charset      TEXT,
  content_type TEXT,
  name         TEXT,
  content_hash TEXT NOT NULL,
  added_us     INTEGER NOT NULL,
  removed_us   INTEGER
) STRICT;
CREATE UNIQUE INDEX article_by_content ON article (content_hash) WHERE removed_us IS NULL;
CREATE INDEX article_by_outlet ON article (outlet_id);
CREATE INDEX article_by_uri ON article (uri) WHERE uri IS NOT NULL;
CREATE INDEX article_removed ON article (removed_us) WHERE removed_us IS NOT NULL;

-- set_aside: a line "start end kind" for each stretch. raw is deflated when packed is 1.
CREATE TABLE article_body (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  text       TEXT NOT NULL,
  set_aside  TEXT NOT NULL,
  packed     INTEGER NOT NULL,
  raw        BLOB
) STRICT;

-- What an article said before it was taken in again with another text.
CREATE TABLE article_version (
  id          INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  title       TEXT NOT NULL,
  text        TEXT NOT NULL,
  replaced_us INTEGER NOT NULL
) STRICT;
CREATE INDEX article_version_by_article ON article_version (article_id);

CREATE TABLE source (
  id            INTEGER PRIMARY KEY,
  kind          TEXT NOT NULL,
  title         TEXT NOT NULL,
  uri           TEXT UNIQUE,
  interval_s    INTEGER NOT NULL DEFAULT 0,
  paused        INTEGER NOT NULL DEFAULT 0,
  checked_us    INTEGER NOT NULL DEFAULT 0,
  succeeded_us  INTEGER NOT NULL DEFAULT 0,
  last_error    TEXT,
  etag          TEXT,
  last_modified TEXT
) STRICT;

CREATE TABLE source_article (
  source_id  INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (source_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_article_by_article ON source_article (article_id);

CREATE TABLE dossier (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  saved_search TEXT,
  created_us   INTEGER NOT NULL,
  removed_us   INTEGER
) STRICT;
CREATE UNIQUE INDEX dossier_by_name ON dossier (name) WHERE removed_us IS NULL;

-- excluded is 1 for an article that the saved search finds and the user took out.
CREATE TABLE dossier_article (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  excluded   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (dossier_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_article_by_article ON dossier_article (article_id);

-- A note on an event is anchored to the sentence of one of its accounts, a note on an actor to the actor's key: both
-- outlast every new analysis. Which rows these are at present is in note_place.
CREATE TABLE note (
  id           INTEGER PRIMARY KEY,
  target       TEXT NOT NULL,
  article_id   INTEGER REFERENCES article (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL DEFAULT 0,
  end_offset   INTEGER NOT NULL DEFAULT 0,
  quote        TEXT,
  prefix       TEXT,
  suffix       TEXT,
  actor_key    TEXT,
  body         TEXT NOT NULL,
  created_us   INTEGER NOT NULL,
  modified_us  INTEGER NOT NULL,
  removed_us   INTEGER
) STRICT;
CREATE INDEX note_by_article ON note (article_id);

CREATE TABLE correction (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL,
  article_id   INTEGER REFERENCES article (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL DEFAULT 0,
  end_offset   INTEGER NOT NULL DEFAULT 0,
  subject      TEXT,
  value        TEXT,
  created_us   INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_by_article ON correction (article_id);

CREATE TABLE pin (
  actor_key TEXT PRIMARY KEY,
  rank      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;


-- DERIVED: what the engine reads out of the kept. May be dropped and built again at any time. -------------------------

-- One analysis of one article; an article without one, or with an old one, waits for analysis.
CREATE TABLE reading (
  article_id       INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  analysis_version INTEGER NOT NULL,
  language         TEXT,
  published_edtf   TEXT,
  first_day        INTEGER,
  last_day         INTEGER,
  published_basis  TEXT NOT NULL,
  published_rule   TEXT NOT NULL,
  published_clue   TEXT,
  clue_start       INTEGER NOT NULL DEFAULT 0,
  clue_end         INTEGER NOT NULL DEFAULT 0,
  n_words          INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_by_version ON reading (analysis_version);

CREATE TABLE actor (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  key      TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL,
  name_key TEXT NOT NULL
) STRICT;

-- reason says why it is a name of this actor: "name", "article", "merged"…
CREATE TABLE actor_alias (
  id       INTEGER PRIMARY KEY,
  actor_id INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  alias    TEXT NOT NULL,
  is_role  INTEGER NOT NULL,
  reason   TEXT,
  UNIQUE (actor_id, alias)
) STRICT;

CREATE TABLE mention (
  article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  actor_id     INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  form         TEXT NOT NULL,
  acting       INTEGER NOT NULL,
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_actor ON mention (actor_id, article_id);

CREATE TABLE date_expression (
  article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  edtf         TEXT,
  rule         TEXT NOT NULL,
  anchor_kind  TEXT NOT NULL,
  anchor_edtf  TEXT,
  conflict     INTEGER NOT NULL,
  text         TEXT NOT NULL,
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;

-- date_ordinal is that of the date expression which dates it, -1 for none; terms are 32-bit little-endian hashes, sorted.
CREATE TABLE account (
  id                INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  start_offset      INTEGER NOT NULL,
  end_offset        INTEGER NOT NULL,
  sentence_index    INTEGER NOT NULL,
  sentence          TEXT NOT NULL,
  title             TEXT,
  date_ordinal      INTEGER NOT NULL,
  edtf              TEXT,
  first_day         INTEGER,
  last_day          INTEGER,
  date_rule         TEXT NOT NULL,
  action            TEXT NOT NULL,
  status            TEXT NOT NULL,
  attribution       TEXT,
  attribution_start INTEGER NOT NULL,
  attribution_end   INTEGER NOT NULL,
  is_lead           INTEGER NOT NULL,
  terms             BLOB NOT NULL
) STRICT;
CREATE INDEX account_by_article ON account (article_id, start_offset);
CREATE INDEX account_by_day ON account (first_day, last_day);

CREATE TABLE account_actor (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  rank       INTEGER NOT NULL,
  actor_id   INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_actor_by_actor ON account_actor (actor_id);

CREATE TABLE account_number (
  account_id   INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  value        REAL NOT NULL,
  counted      TEXT,
  PRIMARY KEY (account_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The found_ columns are the engine's date, beside the user's where a correction stands.
CREATE TABLE event (
  id            INTEGER PRIMARY KEY,
  title         TEXT NOT NULL,
  edtf          TEXT,
  first_day     INTEGER,
  last_day      INTEGER,
  date_rule     TEXT NOT NULL,
  found_edtf    TEXT,
  found_rule    TEXT NOT NULL,
  date_clue     TEXT,
  anchor_kind   TEXT NOT NULL,
  anchor_edtf   TEXT,
  action        TEXT NOT NULL,
  status        TEXT NOT NULL,
  n_accounts    INTEGER NOT NULL,
  n_outlets     INTEGER NOT NULL,
  n_independent INTEGER NOT NULL
) STRICT;

CREATE INDEX event_by_user_date ON event (id) WHERE date_rule = 'user';

CREATE TABLE event_actor (
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  rank     INTEGER NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (event_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actor_by_actor ON event_actor (actor_id);

CREATE TABLE event_account (
  account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  event_id   INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  copy_of    INTEGER REFERENCES account (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX event_account_by_event ON event_account (event_id);
CREATE INDEX event_account_by_copy ON event_account (copy_of) WHERE copy_of IS NOT NULL;

CREATE TABLE fingerprint (
  hash       INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fingerprint_by_article ON fingerprint (article_id);

-- article_a is the smaller of the two numbers.
CREATE TABLE shared_passage (
  article_a INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  article_b INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  a_start   INTEGER NOT NULL,
  a_end     INTEGER NOT NULL,
  b_start   INTEGER NOT NULL,
  b_end     INTEGER NOT NULL,
  n_words   INTEGER NOT NULL,
  quoted    INTEGER NOT NULL,
  PRIMARY KEY (article_a, article_b, a_start, b_start)
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_passage_by_b ON shared_passage (article_b);

CREATE TABLE discrepancy (
  id       INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL,
  settled  INTEGER NOT NULL
) STRICT;
CREATE INDEX discrepancy_by_event ON discrepancy (event_id);

CREATE TABLE discrepancy_value (
  discrepancy_id INTEGER NOT NULL REFERENCES discrepancy (id) ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,
  account_id     INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  start_offset   INTEGER NOT NULL,
  end_offset     INTEGER NOT NULL,
  PRIMARY KEY (discrepancy_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX discrepancy_value_by_account ON discrepancy_value (account_id);

CREATE TABLE note_place (
  note_id  INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
  event_id INTEGER REFERENCES event (id) ON DELETE CASCADE,
  actor_id INTEGER REFERENCES actor (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX note_place_by_event ON note_place (event_id);
CREATE INDEX note_place_by_actor ON note_place (actor_id);


-- SEARCH: derived too. The words of articles are indexed without what is set aside, so the program writes that table
-- itself; the others follow their tables by triggers. -----------------------------------------------------------------

CREATE VIRTUAL TABLE article_fts USING fts5 (title, text, content='', tokenize='recoupe');
CREATE VIRTUAL TABLE account_fts USING fts5 (sentence, content='account', content_rowid='id', tokenize='recoupe');
CREATE VIRTUAL TABLE actor_fts USING fts5 (alias, content='actor_alias', content_rowid='id', tokenize='recoupe');
CREATE VIRTUAL TABLE note_fts USING fts5 (body, quote, content='note', content_rowid='id', tokenize='recoupe');

CREATE TRIGGER account_inserted AFTER INSERT ON account BEGIN
  INSERT INTO account_fts (rowid, sentence) VALUES (new.id, new.sentence);
END;
CREATE TRIGGER account_deleted AFTER DELETE ON account BEGIN
  INSERT INTO account_fts (account_fts, rowid, sentence) VALUES ('delete', old.id, old.sentence);
END;
CREATE TRIGGER actor_alias_inserted AFTER INSERT ON actor_alias BEGIN
  INSERT INTO actor_fts (rowid, alias) VALUES (new.id, new.alias);
END;
CREATE TRIGGER actor_alias_deleted AFTER DELETE ON actor_alias BEGIN
  INSERT INTO actor_fts (actor_fts, rowid, alias) VALUES ('delete', old.id, old.alias);
END;
CREATE TRIGGER note_inserted AFTER INSERT ON note BEGIN
  INSERT INTO note_fts (rowid, body, quote) VALUES (new.id, new.body, new.quote);
END;
CREATE TRIGGER note_deleted AFTER DELETE ON note BEGIN
  INSERT INTO note_fts (note_fts, rowid, body, quote) VALUES ('delete', old.id, old.body, old.quote);
END;
CREATE TRIGGER note_updated AFTER UPDATE OF body, quote ON note BEGIN
  INSERT INTO note_fts (note_fts, rowid, body, quote) VALUES ('delete', old.id, old.body, old.quote);
  INSERT INTO note_fts (rowid, body, quote) VALUES (new.id, new.body, new.quote);
END;
