-- plain
ALTER TABLE account RENAME INDEX uq_account_login TO uq_account_name;

-- primary key
-- nothing to do
