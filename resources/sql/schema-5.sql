-- Schema 5 of a Recoupe library: who is seen in which office when, and whom an office that is told without a name means
-- therefore. All of it is derived.

-- An article tells that base_id, an actor of the engine, holds an office; role is the office in normal form, day the most
-- plausible day of the article's publication.
CREATE TABLE office_held (
  role       TEXT NOT NULL,
  day        INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  base_id    INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (role, day, article_id, base_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX office_held_by_article ON office_held (article_id);
CREATE INDEX office_held_by_base ON office_held (base_id);

-- An article names base_id by the office alone. held_id is the engine's actor who held it at the time, where that is known;
-- holder_key and holder_key_en are keys that the lexicon's holder would have. is_stale: held_id has to be looked for again.
CREATE TABLE office_meant (
  article_id    INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  base_id       INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  role          TEXT NOT NULL,
  day           INTEGER NOT NULL,
  holder_key    TEXT,
  holder_key_en TEXT,
  held_id       INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  is_stale      INTEGER NOT NULL,
  PRIMARY KEY (article_id, base_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX office_meant_by_role ON office_meant (role, day);
CREATE INDEX office_meant_by_base ON office_meant (base_id);
CREATE INDEX office_meant_by_held ON office_meant (held_id);
CREATE INDEX office_meant_by_key ON office_meant (holder_key) WHERE holder_key IS NOT NULL;
CREATE INDEX office_meant_by_key_en ON office_meant (holder_key_en) WHERE holder_key_en IS NOT NULL;
CREATE INDEX office_meant_stale ON office_meant (is_stale) WHERE is_stale;

-- What offices the articles tell was not kept: they are read again.
UPDATE reading SET analysis_version = 0;
