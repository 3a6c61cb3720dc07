-- plain
-- create sequence ticket from 1 by 1 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- backwards, in a schema
-- create sequence billing.ticket from -1 by -5 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- with limits, that begins again
-- create sequence ticket from 5 by 1 minimum 2 maximum 99 cycle cache 4 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- of another type
-- create sequence ticket as smallint from 1 by 1 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- owned by a column
-- create sequence ticket from 1 by 1 owned by team.id is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT
