-- plain
ALTER INDEX ix_account_nickname RENAME TO ix_account_nick;

-- in a schema
ALTER INDEX billing.ix RENAME TO index;
