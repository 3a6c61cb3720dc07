-- plain
ALTER TABLE account RENAME CONSTRAINT uq_account_login TO uq_account_name;

-- primary key
ALTER TABLE pair RENAME CONSTRAINT pk_pair TO "Key of pair";
