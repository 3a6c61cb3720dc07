-- plain
CREATE INDEX ix_account_login_age ON account (login, age);

-- unique, descending
CREATE UNIQUE INDEX ix_account_age_login ON account (age DESC, login);

-- in a schema
CREATE INDEX "Ix ""1""" ON billing.invoice (id);

-- over some rows
CREATE INDEX ix_account_age ON account (age) WHERE nickname IS NULL;

-- unique over some rows
CREATE UNIQUE INDEX ix_account_age ON account (age) WHERE nickname IS NULL;

-- with further columns
-- index ix_account_age including nickname is not supported
--   database   SQLite 3.53
--   next       make those columns the last keys of the index, or leave including(…) out

-- by a method
-- the method hash of index ix_account_age is not supported
--   database   SQLite 3.53
--   next       leave using(…) out, or create the index with op.on(…) where the method is known

-- unique, in which NULL equals NULL
-- the index ix_account_age in which NULL equals NULL is not supported
--   database   SQLite 3.53
--   next       leave nullsNotDistinct() out, and declare the columns notNull()

-- with a collation
-- the collation NOCASE of index ix_account_login is not supported
--   database   SQLite 3.53
--   next       leave collate(…) of the index out, or give the column the collation

-- invisible
-- the invisible index ix_account_age is not supported
--   database   SQLite 3.53
--   next       leave invisible() out, or do not create the index where it cannot be hidden

-- concurrently
CREATE INDEX ix_account_age_login ON account (age, login);

-- over the beginning of a column
CREATE INDEX ix_account_login_start ON account (login);

-- unique over the beginning of a column
-- the unique index ix_account_login over the beginning of a column is not supported
--   database   SQLite 3.53
--   next       leave prefix(…) out if the whole value must be unique, or add a column that is storedAs("substring(…)") and make that unique

-- with an operator class
-- the operator class varchar_pattern_ops of index ix_account_login is not supported
--   database   SQLite 3.53
--   next       leave operatorClass(…) out, or create the index with op.on(…) where it is known

-- with a place for NULLs
CREATE INDEX ix_nulls ON account (nickname, age DESC);

-- over an expression
CREATE INDEX ix_account_lower_login ON account (lower(login) DESC);

-- unique, in which NULL equals NULL
-- the index ix_account_age in which NULL equals NULL is not supported
--   database   SQLite 3.53
--   next       leave nullsNotDistinct() out, and declare the columns notNull()

-- with a collation
-- the collation NOCASE of index ix_account_login is not supported
--   database   SQLite 3.53
--   next       leave collate(…) of the index out, or give the column the collation

-- invisible
-- the invisible index ix_account_age is not supported
--   database   SQLite 3.53
--   next       leave invisible() out, or do not create the index where it cannot be hidden
