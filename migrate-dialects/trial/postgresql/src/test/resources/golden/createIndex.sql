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
CREATE INDEX ix_account_age ON account (age) INCLUDE (nickname);

-- by a method
CREATE INDEX ix_account_age ON account USING hash (age);

-- unique, in which NULL equals NULL
CREATE UNIQUE INDEX ix_account_age ON account (age) NULLS NOT DISTINCT;

-- with a collation
CREATE INDEX ix_account_login ON account (login COLLATE "NOCASE");

-- invisible
-- the invisible index ix_account_age is not supported
--   database   PostgreSQL 18
--   next       leave invisible() out, or do not create the index where it cannot be hidden

-- concurrently
CREATE INDEX CONCURRENTLY ix_account_age_login ON account (age, login);

-- over the beginning of a column
CREATE INDEX ix_account_login_start ON account (login);

-- unique over the beginning of a column
-- the unique index ix_account_login over the beginning of a column is not supported
--   database   PostgreSQL 18
--   next       leave prefix(…) out if the whole value must be unique, or add a column that is storedAs("substring(…)") and make that unique

-- with an operator class
CREATE INDEX ix_account_login ON account (login varchar_pattern_ops);

-- with a place for NULLs
CREATE INDEX ix_nulls ON account (nickname NULLS FIRST, age DESC NULLS LAST);

-- over an expression
CREATE INDEX ix_account_lower_login ON account ((lower(login)) DESC);

-- unique, in which NULL equals NULL
CREATE UNIQUE INDEX ix_account_age ON account (age) NULLS NOT DISTINCT;

-- with a collation
CREATE INDEX ix_account_login ON account (login COLLATE "NOCASE");

-- invisible
-- the invisible index ix_account_age is not supported
--   database   PostgreSQL 18
--   next       leave invisible() out, or do not create the index where it cannot be hidden
