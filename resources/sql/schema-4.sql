-- Schema 4 of a Recoupe library: how often each actor is named, in how many articles and in which week, is at hand, so that
-- the list of a large library or dossier opens without counting. All of it is derived and kept up to date row by row.

-- week is that of the first day of publication, in weeks since 1970-01-01; 0 where the article has none.
ALTER TABLE mention ADD COLUMN week INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actor ADD COLUMN n_articles INTEGER NOT NULL DEFAULT 0;

CREATE TABLE dossier_actor (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  actor_id   INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  n_mentions INTEGER NOT NULL,
  n_articles INTEGER NOT NULL,
  PRIMARY KEY (dossier_id, actor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_actor_by_actor ON dossier_actor (actor_id);

-- dossier_id 0 is the whole library.
CREATE TABLE actor_week (
  actor_id   INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  dossier_id INTEGER NOT NULL,
  week       INTEGER NOT NULL,
  n_mentions INTEGER NOT NULL,
  PRIMARY KEY (actor_id, dossier_id, week)
) STRICT, WITHOUT ROWID;

DROP TRIGGER mention_inserted;
DROP TRIGGER mention_deleted;
DROP TRIGGER mention_moved;

UPDATE mention SET week = coalesce ((SELECT first_day / 7 FROM reading WHERE reading.article_id = mention.article_id), 0);
UPDATE actor SET n_articles = (SELECT count (DISTINCT article_id) FROM mention WHERE mention.actor_id = actor.id)
  WHERE n_mentions > 0;
INSERT INTO dossier_actor (dossier_id, actor_id, n_mentions, n_articles)
  SELECT dossier_id, actor_id, count (*), count (DISTINCT article_id) FROM dossier_article JOIN mention USING (article_id)
  WHERE excluded = 0 AND actor_id IS NOT NULL GROUP BY dossier_id, actor_id;
INSERT INTO actor_week (actor_id, dossier_id, week, n_mentions)
  SELECT actor_id, 0, week, count (*) FROM mention WHERE actor_id IS NOT NULL GROUP BY actor_id, week;
INSERT INTO actor_week (actor_id, dossier_id, week, n_mentions)
  SELECT actor_id, dossier_id, week, count (*) FROM dossier_article JOIN mention USING (article_id)
  WHERE excluded = 0 AND actor_id IS NOT NULL GROUP BY actor_id, dossier_id, week;

-- The first mention of an actor in an article brings the article, the last one takes it away.
CREATE TRIGGER mention_inserted AFTER INSERT ON mention WHEN new.actor_id IS NOT NULL BEGIN
  UPDATE actor SET n_mentions = n_mentions + 1, n_articles = n_articles + NOT EXISTS (SELECT 1 FROM mention
    WHERE actor_id = new.actor_id AND article_id = new.article_id AND ordinal <> new.ordinal) WHERE id = new.actor_id;
  INSERT INTO dossier_actor (dossier_id, actor_id, n_mentions, n_articles)
    SELECT dossier_id, new.actor_id, 1, NOT EXISTS (SELECT 1 FROM mention
      WHERE actor_id = new.actor_id AND article_id = new.article_id AND ordinal <> new.ordinal)
    FROM dossier_article WHERE article_id = new.article_id AND excluded = 0
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + 1, n_articles = n_articles + excluded.n_articles;
  INSERT INTO actor_week (actor_id, dossier_id, week, n_mentions)
    SELECT new.actor_id, dossier, new.week, 1 FROM (SELECT 0 AS dossier UNION ALL
      SELECT dossier_id FROM dossier_article WHERE article_id = new.article_id AND excluded = 0) WHERE TRUE
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + 1;
END;

CREATE TRIGGER mention_deleted AFTER DELETE ON mention WHEN old.actor_id IS NOT NULL BEGIN
  UPDATE actor SET n_mentions = n_mentions - 1, n_articles = n_articles - NOT EXISTS (SELECT 1 FROM mention
    WHERE actor_id = old.actor_id AND article_id = old.article_id) WHERE id = old.actor_id;
  UPDATE dossier_actor SET n_mentions = n_mentions - 1, n_articles = n_articles - NOT EXISTS (SELECT 1 FROM mention
    WHERE actor_id = old.actor_id AND article_id = old.article_id) WHERE actor_id = old.actor_id AND dossier_id IN
    (SELECT dossier_id FROM dossier_article WHERE article_id = old.article_id AND excluded = 0);
  DELETE FROM dossier_actor WHERE actor_id = old.actor_id AND n_mentions = 0;
  UPDATE actor_week SET n_mentions = n_mentions - 1 WHERE actor_id = old.actor_id AND week = old.week AND dossier_id IN
    (SELECT 0 UNION ALL SELECT dossier_id FROM dossier_article WHERE article_id = old.article_id AND excluded = 0);
  DELETE FROM actor_week WHERE actor_id = old.actor_id AND n_mentions = 0;
END;

-- Another actor or another week: as if the one mention had gone and another come.
CREATE TRIGGER mention_left AFTER UPDATE OF actor_id, week ON mention
WHEN old.actor_id IS NOT NULL AND (old.actor_id IS NOT new.actor_id OR old.week <> new.week) BEGIN
  UPDATE actor SET n_mentions = n_mentions - 1, n_articles = n_articles - NOT EXISTS (SELECT 1 FROM mention
    WHERE actor_id = old.actor_id AND article_id = old.article_id AND ordinal <> old.ordinal) WHERE id = old.actor_id;
  UPDATE dossier_actor SET n_mentions = n_mentions - 1, n_articles = n_articles - NOT EXISTS (SELECT 1 FROM mention
    WHERE actor_id = old.actor_id AND article_id = old.article_id AND ordinal <> old.ordinal)
    WHERE actor_id = old.actor_id AND dossier_id IN
    (SELECT dossier_id FROM dossier_article WHERE article_id = old.article_id AND excluded = 0);
  UPDATE actor_week SET n_mentions = n_mentions - 1 WHERE actor_id = old.actor_id AND week = old.week AND dossier_id IN
    (SELECT 0 UNION ALL SELECT dossier_id FROM dossier_article WHERE article_id = old.article_id AND excluded = 0);
  DELETE FROM dossier_actor WHERE actor_id = old.actor_id AND n_mentions = 0;
  DELETE FROM actor_week WHERE actor_id = old.actor_id AND week = old.week AND n_mentions = 0;
END;

CREATE TRIGGER mention_came AFTER UPDATE OF actor_id, week ON mention
WHEN new.actor_id IS NOT NULL AND (old.actor_id IS NOT new.actor_id OR old.week <> new.week) BEGIN
  UPDATE actor SET n_mentions = n_mentions + 1, n_articles = n_articles + NOT EXISTS (SELECT 1 FROM mention
    WHERE actor_id = new.actor_id AND article_id = new.article_id AND ordinal <> new.ordinal) WHERE id = new.actor_id;
  INSERT INTO dossier_actor (dossier_id, actor_id, n_mentions, n_articles)
    SELECT dossier_id, new.actor_id, 1, NOT EXISTS (SELECT 1 FROM mention
      WHERE actor_id = new.actor_id AND article_id = new.article_id AND ordinal <> new.ordinal)
    FROM dossier_article WHERE article_id = new.article_id AND excluded = 0
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + 1, n_articles = n_articles + excluded.n_articles;
  INSERT INTO actor_week (actor_id, dossier_id, week, n_mentions)
    SELECT new.actor_id, dossier, new.week, 1 FROM (SELECT 0 AS dossier UNION ALL
      SELECT dossier_id FROM dossier_article WHERE article_id = new.article_id AND excluded = 0) WHERE TRUE
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + 1;
END;

-- An article that is dated anew has its mentions in another week.
CREATE TRIGGER reading_dated AFTER UPDATE OF first_day ON reading WHEN old.first_day IS NOT new.first_day BEGIN
  UPDATE mention SET week = coalesce (new.first_day / 7, 0) WHERE article_id = new.article_id;
END;

-- An article that comes into a dossier brings its mentions, one that leaves takes them away.
CREATE TRIGGER member_inserted AFTER INSERT ON dossier_article WHEN new.excluded = 0 BEGIN
  INSERT INTO dossier_actor (dossier_id, actor_id, n_mentions, n_articles)
    SELECT new.dossier_id, actor_id, count (*), 1 FROM mention
    WHERE article_id = new.article_id AND actor_id IS NOT NULL GROUP BY actor_id
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + excluded.n_mentions, n_articles = n_articles + 1;
  INSERT INTO actor_week (actor_id, dossier_id, week, n_mentions)
    SELECT actor_id, new.dossier_id, week, count (*) FROM mention
    WHERE article_id = new.article_id AND actor_id IS NOT NULL GROUP BY actor_id, week
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + excluded.n_mentions;
END;

CREATE TRIGGER member_deleted AFTER DELETE ON dossier_article WHEN old.excluded = 0 BEGIN
  UPDATE dossier_actor SET n_mentions = n_mentions - (SELECT count (*) FROM mention
      WHERE article_id = old.article_id AND mention.actor_id = dossier_actor.actor_id), n_articles = n_articles - 1
    WHERE dossier_id = old.dossier_id AND actor_id IN (SELECT actor_id FROM mention WHERE article_id = old.article_id);
  DELETE FROM dossier_actor WHERE dossier_id = old.dossier_id AND n_mentions = 0 AND actor_id IN
    (SELECT actor_id FROM mention WHERE article_id = old.article_id);
  UPDATE actor_week SET n_mentions = n_mentions - (SELECT count (*) FROM mention
      WHERE article_id = old.article_id AND mention.actor_id = actor_week.actor_id AND mention.week = actor_week.week)
    WHERE dossier_id = old.dossier_id AND actor_id IN (SELECT actor_id FROM mention WHERE article_id = old.article_id);
  DELETE FROM actor_week WHERE dossier_id = old.dossier_id AND n_mentions = 0 AND actor_id IN
    (SELECT actor_id FROM mention WHERE article_id = old.article_id);
END;

CREATE TRIGGER member_included AFTER UPDATE OF excluded ON dossier_article WHEN old.excluded <> 0 AND new.excluded = 0 BEGIN
  INSERT INTO dossier_actor (dossier_id, actor_id, n_mentions, n_articles)
    SELECT new.dossier_id, actor_id, count (*), 1 FROM mention
    WHERE article_id = new.article_id AND actor_id IS NOT NULL GROUP BY actor_id
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + excluded.n_mentions, n_articles = n_articles + 1;
  INSERT INTO actor_week (actor_id, dossier_id, week, n_mentions)
    SELECT actor_id, new.dossier_id, week, count (*) FROM mention
    WHERE article_id = new.article_id AND actor_id IS NOT NULL GROUP BY actor_id, week
    ON CONFLICT DO UPDATE SET n_mentions = n_mentions + excluded.n_mentions;
END;

CREATE TRIGGER member_excluded AFTER UPDATE OF excluded ON dossier_article WHEN old.excluded = 0 AND new.excluded <> 0 BEGIN
  UPDATE dossier_actor SET n_mentions = n_mentions - (SELECT count (*) FROM mention
      WHERE article_id = old.article_id AND mention.actor_id = dossier_actor.actor_id), n_articles = n_articles - 1
    WHERE dossier_id = old.dossier_id AND actor_id IN (SELECT actor_id FROM mention WHERE article_id = old.article_id);
  DELETE FROM dossier_actor WHERE dossier_id = old.dossier_id AND n_mentions = 0 AND actor_id IN
    (SELECT actor_id FROM mention WHERE article_id = old.article_id);
  UPDATE actor_week SET n_mentions = n_mentions - (SELECT count (*) FROM mention
      WHERE article_id = old.article_id AND mention.actor_id = actor_week.actor_id AND mention.week = actor_week.week)
    WHERE dossier_id = old.dossier_id AND actor_id IN (SELECT actor_id FROM mention WHERE article_id = old.article_id);
  DELETE FROM actor_week WHERE dossier_id = old.dossier_id AND n_mentions = 0 AND actor_id IN
    (SELECT actor_id FROM mention WHERE article_id = old.article_id);
END;
