-- unique
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ('ix_account_nickname')
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('account') WHERE name COLLATE NOCASE NOT IN ('id', 'team_id', 'login', 'nickname', 'age')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('account') WHERE "notnull" AND name COLLATE NOCASE IN ('team_id', 'nickname', 'age')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('account') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('id', 'team_id', 'login', 'nickname')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('account') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('id', 'team_id', 'login', 'nickname', 'age')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('account') WHERE pk > 0 AND name COLLATE NOCASE IN ('team_id', 'login', 'nickname', 'age')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('account') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ('id BINARY', 'login BINARY')
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('account') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('account') AS f WHERE seq = 0) WHERE key NOT IN ('team_id
team
NO ACTION
NO ACTION')
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 1), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'account' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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

-- foreign key
CREATE TABLE migrate_new_account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT,
  login VARCHAR(64) NOT NULL,
  nickname VARCHAR(64),
  age INTEGER DEFAULT 0,
  CONSTRAINT uq_account_login UNIQUE (login)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'account' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ('ix_account_nickname')
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('account') WHERE name COLLATE NOCASE NOT IN ('id', 'team_id', 'login', 'nickname', 'age')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('account') WHERE "notnull" AND name COLLATE NOCASE IN ('team_id', 'nickname', 'age')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('account') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('id', 'team_id', 'login', 'nickname')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('account') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('id', 'team_id', 'login', 'nickname', 'age')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('account') WHERE pk > 0 AND name COLLATE NOCASE IN ('team_id', 'login', 'nickname', 'age')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('account') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ('id BINARY', 'login BINARY')
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('account') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('account') AS f WHERE seq = 0) WHERE key NOT IN ('team_id
team
NO ACTION
NO ACTION')
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 1), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'account' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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

-- primary key
-- the identity column account.id that is not alone the primary key is not supported
--   database   SQLite 3.53
--   next       make it the primary key: primaryKey("id") in the same createTable(…), or leave identity() out
