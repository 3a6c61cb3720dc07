-- plain
ALTER TABLE account RENAME INDEX ix_account_nickname TO ix_account_nick;

-- in a schema
ALTER TABLE billing.invoice RENAME INDEX ix TO `index`;
