-- Schema 2 of a Recoupe library: dates say how sure they are and why. All of it is derived; what was read before is read
-- again.

-- The most plausible day of the interval, and whether it is the only one.
ALTER TABLE reading ADD COLUMN best_day INTEGER;
ALTER TABLE reading ADD COLUMN is_sure INTEGER NOT NULL DEFAULT 0;

-- time: a part of the day or a clock time, as TIMEX3 writes it; steps: what was reached on the way to the value.
ALTER TABLE date_expression ADD COLUMN time TEXT;
ALTER TABLE date_expression ADD COLUMN steps TEXT;

-- Why an article is dated as it is, and what speaks against it; believed clues first.
CREATE TABLE publication_clue (
  article_id       INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  ordinal          INTEGER NOT NULL,
  kind             TEXT NOT NULL,
  words            TEXT,
  start_offset     INTEGER NOT NULL,
  end_offset       INTEGER NOT NULL,
  allows           TEXT,
  tells            TEXT,
  agrees           INTEGER NOT NULL,
  other_article_id INTEGER REFERENCES article (id) ON DELETE SET NULL,
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_clue_by_other ON publication_clue (other_article_id) WHERE other_article_id IS NOT NULL;

-- Who did what, and when: by it an article finds those that tell of the same. is_open is 1 where the article's own date
-- is not stated, so that others may sharpen it; day is the smallest 32-bit number where the account has none.
CREATE TABLE happening (
  actor_id   INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  action     TEXT NOT NULL,
  is_open    INTEGER NOT NULL,
  day        INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (actor_id, action, is_open, day, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX happening_by_account ON happening (account_id);
CREATE INDEX happening_by_article ON happening (article_id);
