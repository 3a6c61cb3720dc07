-- type
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age BIGINT DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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

-- type, with a conversion
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname INTEGER,
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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
SELECT id, team_id, login, length(nickname), age
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

-- takes no NULL
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0 NOT NULL,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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

-- takes NULL
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64),
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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

-- default
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) DEFAULT 'it''s me' NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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

-- no default
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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

-- numbers its rows
-- the identity column note.id that is not alone the primary key is not possible
--   database   SQLite 3.53
--   next       make it the primary key: primaryKey("id") in the same createTable(…), or leave identity() out

-- always numbers its rows
-- the identity column account.id of which only the database gives the numbers is not possible
--   database   SQLite 3.53
--   next       write identity()

-- no longer numbers its rows
CREATE TABLE migrate_new_account (
  id BIGINT NOT NULL,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT pk_account PRIMARY KEY (id),
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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
INSERT INTO migrate_new_account (rowid, id, team_id, login, nickname, age)
SELECT rowid, id, team_id, login, nickname, age
FROM account;
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

-- comment
-- nothing to do

-- no comment
-- nothing to do

-- collation
-- the collation de_DE of a column is not possible
--   database   SQLite 3.53
--   next       write collate("NOCASE"), RTRIM or BINARY, or leave collate(…) out

-- no collation
-- nothing to do

-- everything at once
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age BIGINT DEFAULT 12 NOT NULL,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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

-- number and back to an ordinary column
CREATE TABLE migrate_new_account (
  id VARCHAR(20) DEFAULT 'none' NOT NULL,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT pk_account PRIMARY KEY (id),
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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
INSERT INTO migrate_new_account (rowid, id, team_id, login, nickname, age)
SELECT rowid, id, team_id, login, nickname, age
FROM account;
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

-- type of a computed column
CREATE TABLE migrate_new_line (
  price INTEGER,
  gross BIGINT GENERATED ALWAYS AS (price * 2) STORED
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'line' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('line')
WHERE name COLLATE NOCASE NOT IN ('price', 'gross');
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'line' COLLATE NOCASE;
INSERT INTO migrate_new_line (rowid, price)
SELECT rowid, price
FROM line;
DROP TABLE line;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_line RENAME TO line;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- type to an enum type
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname TEXT CHECK (nickname IN ('sad', 'it''s ok', 'happy')),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
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
