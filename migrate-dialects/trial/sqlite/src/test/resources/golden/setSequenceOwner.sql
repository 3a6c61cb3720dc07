-- a column
-- let sequence ticket belong to team.id is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences

-- none
-- let sequence ticket belong to none is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows, or create the sequence with op.on(…) where there are sequences
