-- increment
-- alter sequence ticket: increment 10 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- start
-- alter sequence ticket: start 100 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- start below the usual minimum
-- alter sequence ticket: start -7 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- minimum
-- alter sequence ticket: minimum -9 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- maximum
-- alter sequence ticket: maximum 99999 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- cycle
-- alter sequence ticket: cycling is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- cache
-- alter sequence ticket: cache 20 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- type
-- alter sequence ticket: value type integer is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- direction
-- alter sequence ticket: increment -5 is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- few numbers
-- alter sequence ticket: maximum 60, no cache is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- no minimum
-- alter sequence ticket: no minimum is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- no maximum
-- alter sequence ticket: no maximum is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- no cycle
-- alter sequence ticket: no cycling is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- no cache
-- alter sequence ticket: no cache is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- start and limits
-- alter sequence ticket: start 60, minimum 40, maximum 700, no cache is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences
