-- foreign key
ALTER TABLE member VALIDATE CONSTRAINT fk_member_team_id;

-- check
ALTER TABLE account VALIDATE CONSTRAINT ck_account_age;
