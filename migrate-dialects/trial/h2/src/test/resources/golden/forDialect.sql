-- for H2 alone
CREATE INDEX ix_account_age ON account (age);
