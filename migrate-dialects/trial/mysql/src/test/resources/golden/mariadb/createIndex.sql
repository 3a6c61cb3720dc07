-- plain
CREATE INDEX ix_account_login_age ON account (login, age);

-- unique, descending
CREATE UNIQUE INDEX ix_account_age_login ON account (age DESC, login);

-- in a schema
CREATE INDEX `Ix "1"` ON billing.invoice (id);

-- over some rows
-- index ix_account_age over the rows where nickname IS NULL is not supported
--   database   MariaDB 12.3
--   next       leave where(…) out: the index is larger, and answers the same queries

-- unique over some rows
-- index ix_account_age over the rows where nickname IS NULL is not supported
--   database   MariaDB 12.3
--   next       add a column that is storedAs("CASE WHEN nickname IS NULL THEN … END"), and make that unique

-- with further columns
-- index ix_account_age including nickname is not supported
--   database   MariaDB 12.3
--   next       make those columns the last keys of the index, or leave including(…) out

-- by a method
-- the method hash of index ix_account_age is not supported
--   database   MariaDB 12.3
--   next       leave using(…) out, or write using("fulltext") or using("spatial")

-- unique, in which NULL equals NULL
-- the index ix_account_age in which NULL equals NULL is not supported
--   database   MariaDB 12.3
--   next       leave nullsNotDistinct() out, and declare the columns notNull()

-- with a collation
-- the collation NOCASE of index ix_account_login is not supported
--   database   MariaDB 12.3
--   next       leave collate(…) of the index out, or give the column the collation

-- invisible
CREATE INDEX ix_account_age ON account (age) IGNORED;

-- concurrently
CREATE INDEX ix_account_age_login ON account (age, login) ALGORITHM=INPLACE LOCK=NONE;

-- over the beginning of a column
CREATE INDEX ix_account_login_start ON account (login(10));

-- unique over the beginning of a column
CREATE UNIQUE INDEX ix_account_login ON account (login(10));

-- with an operator class
-- the operator class varchar_pattern_ops of index ix_account_login (login varchar_pattern_ops) is not supported
--   database   MariaDB 12.3
--   next       leave operatorClass(…) out

-- with a place for NULLs
CREATE INDEX ix_nulls ON account (nickname, age DESC);

-- over an expression
-- an index over the expression lower(login) is not supported
--   database   MariaDB 12.3
--   next       add a column that is virtualAs("lower(login)"), and an index over that column

-- unique, in which NULL equals NULL
-- the index ix_account_age in which NULL equals NULL is not supported
--   database   MariaDB 12.3
--   next       leave nullsNotDistinct() out, and declare the columns notNull()

-- with a collation
-- the collation NOCASE of index ix_account_login is not supported
--   database   MariaDB 12.3
--   next       leave collate(…) of the index out, or give the column the collation

-- invisible
CREATE INDEX ix_account_age ON account (age) IGNORED;
