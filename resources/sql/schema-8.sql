-- Schema 8 of a Recoupe library: what two events differ in that are one happening, told with two days or with two outcomes.

-- DERIVED -------------------------------------------------------------------------------------------------------------

-- The other event, where accounts of two differ: of the values some are accounts of the one and some of the other.
ALTER TABLE discrepancy ADD COLUMN other_event_id INTEGER REFERENCES event (id) ON DELETE CASCADE;
CREATE INDEX discrepancy_by_other ON discrepancy (other_event_id) WHERE other_event_id IS NOT NULL;
