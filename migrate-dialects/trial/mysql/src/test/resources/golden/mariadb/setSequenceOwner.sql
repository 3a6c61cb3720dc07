-- a column
-- let sequence ticket belong to team.id is not supported
--   database   MariaDB 12.3
--   next       make the column an identity(), or drop the sequence in an operation of its own

-- none
-- let sequence ticket belong to none is not supported
--   database   MariaDB 12.3
--   next       make the column an identity(), or drop the sequence in an operation of its own
