-- storage
ALTER TABLE note SET (fillfactor = 70), RESET (parallel_workers);

-- row format
-- nothing to do

-- variant
-- nothing to do

-- strict
-- nothing to do

-- in memory
-- nothing to do

-- for SQLite alone, taken away
-- nothing to do

-- for MySQL alone, taken away
-- nothing to do

-- for PostgreSQL alone, taken away
ALTER TABLE note RESET (fillfactor, parallel_workers);
