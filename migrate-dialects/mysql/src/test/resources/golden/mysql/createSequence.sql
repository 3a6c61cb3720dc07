-- plain
-- create sequence ticket from 1 by 1 is not possible
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- backwards, in a schema
-- create sequence billing.ticket from -1 by -5 is not possible
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- owned by a column
-- create sequence ticket from 1 by 1 owned by team.id is not possible
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT
