-- plain
CREATE INDEX ix_account_login_age ON account (login, age);

-- unique, descending
CREATE UNIQUE INDEX ix_account_age_login ON account (age DESC, login);

-- in a schema
CREATE INDEX "Ix ""1""" ON billing.invoice (id);

-- over some rows
-- index ix_account_age over the rows where nickname IS NULL is not supported
--   database   H2 2.5
--   next       leave where(…) out: the index is larger, and answers the same queries

-- unique over some rows
-- index ix_account_age over the rows where nickname IS NULL is not supported
--   database   H2 2.5
--   next       add a column that is storedAs("CASE WHEN nickname IS NULL THEN … END"), and make that unique

-- with further columns
-- index ix_account_age including nickname is not supported
--   database   H2 2.5
--   next       make those columns the last keys of the index, or leave including(…) out

-- by a method
-- the method hash of index ix_account_age is not supported
--   database   H2 2.5
--   next       leave using(…) out, or create the index with op.on(…) where the method is known

-- unique, in which NULL equals NULL
-- the index ix_account_age in which NULL equals NULL is not supported
--   database   H2 2.5
--   next       add a constraint: unique(…).nullsNotDistinct()

-- with a collation
-- the collation NOCASE of index ix_account_login is not supported
--   database   H2 2.5
--   next       leave collate(…) of the index out, or give the column the collation

-- invisible
-- the invisible index ix_account_age is not supported
--   database   H2 2.5
--   next       leave invisible() out, or do not create the index where it cannot be hidden

-- concurrently
CREATE INDEX ix_account_age_login ON account (age, login);

-- over the beginning of a column
CREATE INDEX ix_account_login_start ON account (login);

-- unique over the beginning of a column
-- the unique index ix_account_login over the beginning of a column is not supported
--   database   H2 2.5
--   next       leave prefix(…) out if the whole value must be unique, or add a column that is storedAs("substring(…)") and make that unique

-- with an operator class
-- the operator class varchar_pattern_ops of index ix_account_login is not supported
--   database   H2 2.5
--   next       leave operatorClass(…) out, or create the index with op.on(…) where it is known

-- with a place for NULLs
-- the index ix_nulls with a place for NULLs is not supported
--   database   H2 2.5
--   next       leave nullsFirst() or nullsLast() out

-- over an expression
-- an index over the expression lower(login) is not supported
--   database   H2 2.5
--   next       add a column that is storedAs("lower(login)"), and an index over that column

-- unique, in which NULL equals NULL
-- the index ix_account_age in which NULL equals NULL is not supported
--   database   H2 2.5
--   next       add a constraint: unique(…).nullsNotDistinct()

-- with a collation
-- the collation NOCASE of index ix_account_login is not supported
--   database   H2 2.5
--   next       leave collate(…) of the index out, or give the column the collation

-- invisible
-- the invisible index ix_account_age is not supported
--   database   H2 2.5
--   next       leave invisible() out, or do not create the index where it cannot be hidden
