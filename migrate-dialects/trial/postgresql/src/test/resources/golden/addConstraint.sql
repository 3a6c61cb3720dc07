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

-- unique in which NULL equals NULL
ALTER TABLE account ADD CONSTRAINT uq_account_nickname_age UNIQUE NULLS NOT DISTINCT (nickname, age);

-- deferrable unique
ALTER TABLE account ADD CONSTRAINT uq_account_age UNIQUE (age) DEFERRABLE INITIALLY DEFERRED;

-- unique with further columns
ALTER TABLE account ADD CONSTRAINT uq_account_age UNIQUE (age) INCLUDE (nickname);

-- deferrable primary key with further columns
ALTER TABLE half ALTER COLUMN a SET NOT NULL;
ALTER TABLE half ADD CONSTRAINT pk_half PRIMARY KEY (a) INCLUDE (b) DEFERRABLE INITIALLY IMMEDIATE;

-- foreign key that matches full
ALTER TABLE half ADD CONSTRAINT fk_half_a_b FOREIGN KEY (a, b) REFERENCES whole (a, b) MATCH FULL;

-- foreign key that sets one of its columns
ALTER TABLE half ADD CONSTRAINT fk_half_a_b FOREIGN KEY (a, b) REFERENCES whole (a, b) ON DELETE SET NULL (b);

-- foreign key that is not enforced
ALTER TABLE member ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) NOT ENFORCED;

-- check that is not enforced
ALTER TABLE account ADD CONSTRAINT ck_account_age CHECK (age >= 0) NOT ENFORCED;

-- check at a column
ALTER TABLE account ADD CONSTRAINT age CHECK (age >= 0);

-- foreign key that is not valid
ALTER TABLE member ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) NOT VALID;

-- check that is not valid
ALTER TABLE account ADD CONSTRAINT ck_account_age CHECK (age >= 0) NOT VALID;
