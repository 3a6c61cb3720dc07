-- a column
-- let sequence ticket belong to team.id is not supported
--   database   H2 2.5
--   next       make the column an identity(), or drop the sequence in an operation of its own

-- none
-- let sequence ticket belong to none is not supported
--   database   H2 2.5
--   next       make the column an identity(), or drop the sequence in an operation of its own
