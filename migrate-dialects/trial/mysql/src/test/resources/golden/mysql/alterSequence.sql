-- increment
-- alter sequence ticket: increment 10 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- start
-- alter sequence ticket: start 100 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- start below the usual minimum
-- alter sequence ticket: start -7 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- minimum
-- alter sequence ticket: minimum -9 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- maximum
-- alter sequence ticket: maximum 99999 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- cycle
-- alter sequence ticket: cycling is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- cache
-- alter sequence ticket: cache 20 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- type
-- alter sequence ticket: value type integer is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- direction
-- alter sequence ticket: increment -5 is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- few numbers
-- alter sequence ticket: maximum 60, no cache is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- no minimum
-- alter sequence ticket: no minimum is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- no maximum
-- alter sequence ticket: no maximum is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- no cycle
-- alter sequence ticket: no cycling is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- no cache
-- alter sequence ticket: no cache is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- start and limits
-- alter sequence ticket: start 60, minimum 40, maximum 700, no cache is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT
