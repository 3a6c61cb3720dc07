-- plain
ALTER TABLE account ADD COLUMN email VARCHAR(320);

-- with a default and a comment
ALTER TABLE account ADD COLUMN score DECIMAL(5, 2) DEFAULT 1 NOT NULL;

-- that numbers its rows
-- the identity column note.id that is not alone the primary key is not possible
--   database   SQLite 3.53
--   next       make it the primary key: primaryKey("id") in the same createTable(…), or leave identity() out

-- that is computed
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  next_age INTEGER GENERATED ALWAYS AS (age + 1) STORED,
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

-- with an enum type, named by a reserved word
ALTER TABLE account ADD COLUMN "order" TEXT CHECK ("order" IN ('sad', 'it''s ok', 'happy'));
