-- unique
ALTER TABLE account DROP CONSTRAINT uq_account_login;

-- foreign key
ALTER TABLE account DROP CONSTRAINT fk_account_team_id;

-- primary key
ALTER TABLE account DROP CONSTRAINT pk_account;
