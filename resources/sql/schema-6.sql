-- Schema 6 of a Recoupe library: how often each actor acts, beside how often it is named. A reporter, a quoted outlet and a
-- country where something only happens are named; who never acts is in no list. Derived, and kept up to date row by row.

ALTER TABLE actor ADD COLUMN n_acting INTEGER NOT NULL DEFAULT 0;
UPDATE actor SET n_acting = (SELECT count (*) FROM mention WHERE mention.actor_id = actor.id AND acting)
  WHERE n_mentions > 0;

CREATE TRIGGER mention_acting_inserted AFTER INSERT ON mention WHEN new.actor_id IS NOT NULL AND new.acting BEGIN
  UPDATE actor SET n_acting = n_acting + 1 WHERE id = new.actor_id;
END;
CREATE TRIGGER mention_acting_deleted AFTER DELETE ON mention WHEN old.actor_id IS NOT NULL AND old.acting BEGIN
  UPDATE actor SET n_acting = n_acting - 1 WHERE id = old.actor_id;
END;
CREATE TRIGGER mention_acting_moved AFTER UPDATE OF actor_id ON mention
WHEN new.acting AND old.actor_id IS NOT new.actor_id BEGIN
  UPDATE actor SET n_acting = n_acting - 1 WHERE id = old.actor_id;
  UPDATE actor SET n_acting = n_acting + 1 WHERE id = new.actor_id;
END;
