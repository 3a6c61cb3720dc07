-- storage
-- nothing to do

-- row format
-- nothing to do

-- variant
-- nothing to do

-- strict
-- nothing to do

-- in memory
-- table note: option on h2: NOT PERSISTENT is not supported
--   database   H2 2.5
--   next       create a new table with the option, copy the rows, drop the old table and rename the new one

-- for SQLite alone, taken away
-- nothing to do

-- for MySQL alone, taken away
-- nothing to do

-- for PostgreSQL alone, taken away
-- nothing to do
