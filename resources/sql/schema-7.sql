-- Schema 7 of a Recoupe library: who says what, through which medium, where and in whose words; plans and their outcomes;
-- what the user has seen already.

-- KEPT ----------------------------------------------------------------------------------------------------------------

-- When a dossier was last looked through; 0 stands for the whole library.
CREATE TABLE visit (
  dossier_id INTEGER PRIMARY KEY,
  seen_us    INTEGER NOT NULL
) STRICT;
CREATE INDEX article_by_added ON article (added_us);
CREATE INDEX article_version_by_time ON article_version (replaced_us);

-- Which of the accounts of a stretch of text a correction means, where several happenings are told in one sentence: what
-- was done, and the how-manieth of those it is.
ALTER TABLE correction ADD COLUMN told TEXT;
ALTER TABLE correction_dropped ADD COLUMN told TEXT;
CREATE INDEX correction_by_decision ON correction (coalesce (part_of, id));

-- DERIVED -------------------------------------------------------------------------------------------------------------

-- Who says it, as the engine found it, and through what; in whose words; how the action was done; where.
ALTER TABLE account ADD COLUMN quotation TEXT NOT NULL DEFAULT 'none';
ALTER TABLE account ADD COLUMN speaker_id INTEGER REFERENCES actor (id) ON DELETE SET NULL;
ALTER TABLE account ADD COLUMN medium TEXT;
ALTER TABLE account ADD COLUMN medium_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN medium_end INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN mode TEXT;
ALTER TABLE account ADD COLUMN place TEXT;
ALTER TABLE account ADD COLUMN place_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN place_end INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN place_key TEXT;
-- What other accounts may contradict beside numbers and place: a line "kind rank start end key" each.
ALTER TABLE account ADD COLUMN details TEXT NOT NULL DEFAULT '';
-- A hash of the words of the sentence, by which accounts that are otherwise alike keep their order.
ALTER TABLE account ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
CREATE INDEX account_by_speaker ON account (speaker_id) WHERE speaker_id IS NOT NULL;

-- What the user says of an account, in place of what the engine found: attribution NULL for nothing, '' for none.
ALTER TABLE account ADD COLUMN user_attribution TEXT;
ALTER TABLE account ADD COLUMN credibility INTEGER NOT NULL DEFAULT 0;
CREATE INDEX account_by_user ON account (id) WHERE user_attribution IS NOT NULL OR credibility <> 0;

-- What the engine found of an event beside the user's word; by_user says what the user decided (RcpEventByUser).
ALTER TABLE event ADD COLUMN found_action TEXT;
ALTER TABLE event ADD COLUMN found_status TEXT;
ALTER TABLE event ADD COLUMN by_user INTEGER NOT NULL DEFAULT 0;
UPDATE event SET found_action = action, found_status = status;
CREATE INDEX event_by_user ON event (id) WHERE by_user <> 0;
ALTER TABLE event_actor ADD COLUMN by_user INTEGER NOT NULL DEFAULT 0;

-- Values that follow each other in time: whoever wrote later knew more, or an outlet corrected itself.
ALTER TABLE discrepancy ADD COLUMN is_update INTEGER NOT NULL DEFAULT 0;

-- An event that was planned, and what came of it.
CREATE TABLE event_outcome (
  plan_id    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  outcome_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  PRIMARY KEY (plan_id, outcome_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_outcome_by_outcome ON event_outcome (outcome_id);

-- What words in common are: own wording, or a quotation in one or both; and how many of them are nobody's quotation.
ALTER TABLE shared_passage ADD COLUMN kind TEXT NOT NULL DEFAULT 'wording';
ALTER TABLE shared_passage ADD COLUMN n_own_words INTEGER NOT NULL DEFAULT 0;
UPDATE shared_passage SET kind = CASE quoted WHEN 0 THEN 'wording' ELSE 'quote' END,
  n_own_words = CASE quoted WHEN 0 THEN n_words ELSE 0 END;
ALTER TABLE shared_passage DROP COLUMN quoted;
