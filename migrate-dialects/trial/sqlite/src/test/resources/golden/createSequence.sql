-- plain
-- create sequence ticket from 1 by 1 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- backwards, in a schema
-- create sequence billing.ticket from -1 by -5 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- with limits, that begins again
-- create sequence ticket from 5 by 1 minimum 2 maximum 99 cycle cache 4 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- of another type
-- create sequence ticket as smallint from 1 by 1 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- owned by a column
-- create sequence ticket from 1 by 1 owned by team.id is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences
