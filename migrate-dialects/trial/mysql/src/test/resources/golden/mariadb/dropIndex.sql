-- plain
DROP INDEX ix_account_nickname ON account;

-- in a schema
DROP INDEX `Ix` ON billing.invoice;

-- concurrently
ALTER TABLE account DROP INDEX ix_account_nickname, ALGORITHM=INPLACE, LOCK=NONE;
