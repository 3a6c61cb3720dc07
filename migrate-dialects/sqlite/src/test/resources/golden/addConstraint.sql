-- primary key over columns that take NULL
CREATE TABLE migrate_new_pair (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  CONSTRAINT pk_pair PRIMARY KEY (a, b)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'pair' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('pair')
WHERE name COLLATE NOCASE NOT IN ('a', 'b');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'pair' COLLATE NOCASE;
INSERT INTO migrate_new_pair (rowid, a, b)
SELECT rowid, a, b
FROM pair;
DROP TABLE pair;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_pair RENAME TO pair;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- unique
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT uq_account_nickname_age UNIQUE (nickname, age)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
  AND name COLLATE NOCASE NOT IN ('ix_account_nickname')
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('account')
WHERE name COLLATE NOCASE NOT IN ('id', 'team_id', 'login', 'nickname', 'age');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'account' COLLATE NOCASE;
INSERT INTO migrate_new_account (id, team_id, login, nickname, age)
SELECT id, team_id, login, nickname, age
FROM account;
DELETE FROM sqlite_sequence WHERE name = 'migrate_new_account';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_new_account', seq FROM sqlite_sequence WHERE name = 'account';
DROP TABLE account;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_account RENAME TO account;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_account_nickname ON account (nickname);
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(account);

-- foreign key to the primary key
CREATE TABLE migrate_new_member (
  team_id BIGINT,
  CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL ON UPDATE CASCADE
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('member')
WHERE name COLLATE NOCASE NOT IN ('team_id');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'member' COLLATE NOCASE;
INSERT INTO migrate_new_member (rowid, team_id)
SELECT rowid, team_id
FROM member;
DROP TABLE member;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_member RENAME TO member;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(member);

-- foreign key to a unique index
CREATE TABLE migrate_new_member (
  code INTEGER,
  chief INTEGER,
  CONSTRAINT fk_member_chief FOREIGN KEY (chief) REFERENCES member (code)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE
  AND name COLLATE NOCASE NOT IN ('ix_member_code')
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('member')
WHERE name COLLATE NOCASE NOT IN ('code', 'chief');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'member' COLLATE NOCASE;
INSERT INTO migrate_new_member (rowid, code, chief)
SELECT rowid, code, chief
FROM member;
DROP TABLE member;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_member RENAME TO member;
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX ix_member_code ON member (code);
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(member);

-- deferrable foreign key
CREATE TABLE migrate_new_member (
  team_id BIGINT,
  CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) DEFERRABLE INITIALLY IMMEDIATE
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('member')
WHERE name COLLATE NOCASE NOT IN ('team_id');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'member' COLLATE NOCASE;
INSERT INTO migrate_new_member (rowid, team_id)
SELECT rowid, team_id
FROM member;
DROP TABLE member;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_member RENAME TO member;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(member);

-- check
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT ck_account_0d1eef47 CHECK (age BETWEEN 0 AND 150)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
  AND name COLLATE NOCASE NOT IN ('ix_account_nickname')
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('account')
WHERE name COLLATE NOCASE NOT IN ('id', 'team_id', 'login', 'nickname', 'age');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'account' COLLATE NOCASE;
INSERT INTO migrate_new_account (id, team_id, login, nickname, age)
SELECT id, team_id, login, nickname, age
FROM account;
DELETE FROM sqlite_sequence WHERE name = 'migrate_new_account';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_new_account', seq FROM sqlite_sequence WHERE name = 'account';
DROP TABLE account;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_account RENAME TO account;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_account_nickname ON account (nickname);
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(account);

-- unique in which NULL equals NULL
-- the unique constraint uq_account_nickname_age in which NULL equals NULL is not possible
--   database   SQLite 3.53
--   next       leave nullsNotDistinct() out, and declare the columns notNull()

-- deferrable unique
-- the deferrable key uq_account_age is not possible
--   database   SQLite 3.53
--   next       leave deferrable() out, and write the rows in an order that keeps the key

-- unique with further columns
-- the key uq_account_age including nickname is not possible
--   database   SQLite 3.53
--   next       leave including(…) out, or add an index over these columns

-- deferrable primary key with further columns
-- the key pk_half including b is not possible
--   database   SQLite 3.53
--   next       leave including(…) out, or add an index over these columns

-- foreign key that matches full
-- the foreign key fk_half_a_b that matches full is not possible
--   database   SQLite 3.53
--   next       leave matchFull() out, and add a check that the columns are all NULL or none is

-- foreign key that sets one of its columns
-- the foreign key fk_half_a_b that sets b is not possible
--   database   SQLite 3.53
--   next       let onDelete(…) set all columns, or set them in a trigger

-- foreign key that is not enforced
-- the constraint fk_member_team_id that is not enforced is not possible
--   database   SQLite 3.53
--   next       leave the constraint out, as no row is checked

-- check that is not enforced
-- the constraint ck_account_age that is not enforced is not possible
--   database   SQLite 3.53
--   next       leave the constraint out, as no row is checked

-- check at a column
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT age CHECK (age >= 0)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
  AND name COLLATE NOCASE NOT IN ('ix_account_nickname')
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('account')
WHERE name COLLATE NOCASE NOT IN ('id', 'team_id', 'login', 'nickname', 'age');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'account' COLLATE NOCASE;
INSERT INTO migrate_new_account (id, team_id, login, nickname, age)
SELECT id, team_id, login, nickname, age
FROM account;
DELETE FROM sqlite_sequence WHERE name = 'migrate_new_account';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_new_account', seq FROM sqlite_sequence WHERE name = 'account';
DROP TABLE account;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_account RENAME TO account;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_account_nickname ON account (nickname);
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(account);

-- foreign key that is not valid
CREATE TABLE migrate_new_member (
  team_id BIGINT,
  CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('member')
WHERE name COLLATE NOCASE NOT IN ('team_id');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'member' COLLATE NOCASE;
INSERT INTO migrate_new_member (rowid, team_id)
SELECT rowid, team_id
FROM member;
DROP TABLE member;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_member RENAME TO member;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(member);

-- check that is not valid
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT ck_account_age CHECK (age >= 0)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE
  AND name COLLATE NOCASE NOT IN ('ix_account_nickname')
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('account')
WHERE name COLLATE NOCASE NOT IN ('id', 'team_id', 'login', 'nickname', 'age');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'account' COLLATE NOCASE;
INSERT INTO migrate_new_account (id, team_id, login, nickname, age)
SELECT id, team_id, login, nickname, age
FROM account;
DELETE FROM sqlite_sequence WHERE name = 'migrate_new_account';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_new_account', seq FROM sqlite_sequence WHERE name = 'account';
DROP TABLE account;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_account RENAME TO account;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_account_nickname ON account (nickname);
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
PRAGMA foreign_key_check(account);
