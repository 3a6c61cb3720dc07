-- unique
ALTER TABLE account DROP INDEX uq_account_login;

-- foreign key
ALTER TABLE account DROP FOREIGN KEY fk_account_team_id, DROP INDEX fk_account_team_id;

-- primary key
-- the table account with the identity id that is the first of no key is not supported
--   database   MariaDB 12.3
--   next       make id the first column of a primary key before it becomes an identity, and alter it to noIdentity() before that key goes
