-- A season that has ended owes its server a podium until that is posted: 1 while it does.
ALTER TABLE seasons ADD COLUMN podium_owed BIGINT;
CREATE INDEX seasons_podium ON seasons (server, number) WHERE podium_owed = 1;
