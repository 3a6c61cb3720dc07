-- plain
DROP INDEX ix_account_nickname;
CREATE INDEX ix_account_nick ON account (nickname);

-- in a schema
DROP INDEX ix;
CREATE INDEX "index" ON billing.invoice (id);
