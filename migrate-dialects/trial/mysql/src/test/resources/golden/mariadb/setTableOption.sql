-- storage
-- nothing to do

-- row format
ALTER TABLE note ROW_FORMAT = COMPRESSED;

-- variant
ALTER TABLE note ROW_FORMAT = REDUNDANT;

-- strict
-- nothing to do

-- in memory
-- nothing to do

-- for SQLite alone, taken away
-- nothing to do

-- for MySQL alone, taken away
ALTER TABLE note ROW_FORMAT=DEFAULT;

-- for PostgreSQL alone, taken away
-- nothing to do
