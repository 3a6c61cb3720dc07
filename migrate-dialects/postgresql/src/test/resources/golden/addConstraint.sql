-- primary key over columns that take NULL
ALTER TABLE pair ALTER COLUMN b SET NOT NULL;
ALTER TABLE pair ADD CONSTRAINT pk_pair PRIMARY KEY (a, b);

-- unique
ALTER TABLE account ADD CONSTRAINT uq_account_nickname_age UNIQUE (nickname, age);

-- foreign key to the primary key
ALTER TABLE member ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL ON UPDATE CASCADE;

-- foreign key to a unique index
ALTER TABLE member ADD CONSTRAINT fk_member_chief FOREIGN KEY (chief) REFERENCES member (code);

-- deferrable foreign key
ALTER TABLE member ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) DEFERRABLE INITIALLY IMMEDIATE;

-- check
ALTER TABLE account ADD CONSTRAINT ck_account_0d1eef47 CHECK (age BETWEEN 0 AND 150);

-- foreign key that is not valid
ALTER TABLE member ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;

-- check that is not valid
ALTER TABLE account ADD CONSTRAINT ck_account_age CHECK (age >= 0) NOT VALID;
