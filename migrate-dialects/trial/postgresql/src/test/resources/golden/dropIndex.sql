-- plain
DROP INDEX ix_account_nickname;

-- in a schema
DROP INDEX billing."Ix";

-- concurrently
DROP INDEX CONCURRENTLY ix_account_nickname;
DROP INDEX CONCURRENTLY IF EXISTS ix_account_nickname;
