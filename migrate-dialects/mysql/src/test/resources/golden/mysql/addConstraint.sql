-- primary key over columns that take NULL
SELECT 'the server generated the primary key my_row_id: write op.execute(sql("ALTER TABLE pair DROP PRIMARY KEY, DROP COLUMN my_row_id, ADD PRIMARY KEY (a, b)").means(o -> o.addPrimaryKey(…))) instead' AS problem FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'pair' AND COLUMN_NAME = 'my_row_id' AND COLUMN_KEY = 'PRI' AND EXTRA LIKE '%INVISIBLE%';
ALTER TABLE pair ADD PRIMARY KEY (a, b);

-- unique
ALTER TABLE account ADD CONSTRAINT uq_account_nickname_age UNIQUE (nickname, age);

-- foreign key to the primary key
ALTER TABLE member ADD INDEX fk_member_team_id (team_id), ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL ON UPDATE CASCADE;

-- foreign key to a unique index
ALTER TABLE member ADD INDEX fk_member_chief (chief), ADD CONSTRAINT fk_member_chief FOREIGN KEY (chief) REFERENCES member (code);

-- deferrable foreign key
-- the deferrable foreign key fk_member_team_id is not possible
--   database   MySQL 9.7
--   next       leave deferrable() out, and write the rows in an order that keeps the key

-- check
ALTER TABLE account ADD CONSTRAINT ck_account_0d1eef47 CHECK (age BETWEEN 0 AND 150);

-- foreign key that is not valid
ALTER TABLE member ADD INDEX fk_member_team_id (team_id), ADD CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id);

-- check that is not valid
ALTER TABLE account ADD CONSTRAINT ck_account_age CHECK (age >= 0);
