-- primary key over columns that take NULL
ALTER TABLE pair ADD PRIMARY KEY (a, b);

-- unique
ALTER TABLE account ADD CONSTRAINT uq_account_nickname_age UNIQUE (nickname, age);

-- foreign key to the primary key
ALTER TABLE member ADD INDEX fk_member_team_id (team_id), ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL ON UPDATE CASCADE;

-- foreign key to a unique index
ALTER TABLE member ADD INDEX fk_member_chief (chief), ADD CONSTRAINT fk_member_chief FOREIGN KEY (chief) REFERENCES member (code);

-- deferrable foreign key
-- the deferrable foreign key fk_member_team_id is not supported
--   database   MariaDB 12.3
--   next       leave deferrable() out, and write the rows in an order that keeps the key

-- check
ALTER TABLE account ADD CONSTRAINT ck_account_0d1eef47 CHECK (age BETWEEN 0 AND 150);

-- unique in which NULL equals NULL
-- the unique constraint uq_account_nickname_age in which NULL equals NULL is not supported
--   database   MariaDB 12.3
--   next       leave nullsNotDistinct() out, and declare the columns notNull()

-- deferrable unique
-- the deferrable key uq_account_age is not supported
--   database   MariaDB 12.3
--   next       leave deferrable() out, and write the rows in an order that keeps the key

-- unique with further columns
-- the key uq_account_age including nickname is not supported
--   database   MariaDB 12.3
--   next       leave including(…) out, or add an index over these columns

-- deferrable primary key with further columns
-- the key pk_half including b is not supported
--   database   MariaDB 12.3
--   next       leave including(…) out, or add an index over these columns

-- foreign key that matches full
-- the foreign key fk_half_a_b that matches full is not supported
--   database   MariaDB 12.3
--   next       leave matchFull() out, and add a check that the columns are all NULL or none is

-- foreign key that sets one of its columns
-- the foreign key fk_half_a_b that sets b is not supported
--   database   MariaDB 12.3
--   next       let onDelete(…) set all columns, or set them in a trigger

-- foreign key that is not enforced
-- the foreign key fk_member_team_id that is not enforced is not supported
--   database   MariaDB 12.3
--   next       leave the foreign key out, as no row is checked

-- check that is not enforced
-- the constraint ck_account_age that is not enforced is not supported
--   database   MariaDB 12.3
--   next       leave the constraint out, as no row is checked

-- check at a column
ALTER TABLE account MODIFY COLUMN age INTEGER DEFAULT 0 CHECK (age >= 0);

-- foreign key that is not valid
ALTER TABLE member ADD INDEX fk_member_team_id (team_id), ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id);

-- check that is not valid
ALTER TABLE account ADD CONSTRAINT ck_account_age CHECK (age >= 0);
