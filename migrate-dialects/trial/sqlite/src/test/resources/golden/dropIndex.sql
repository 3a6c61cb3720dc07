-- plain
DROP INDEX ix_account_nickname;

-- in a schema
DROP INDEX billing."Ix";

-- concurrently
DROP INDEX ix_account_nickname;
