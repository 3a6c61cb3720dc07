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

-- becomes an identity column
-- the identity column note.id that is not alone the primary key is not supported
--   database   SQLite 3.53
--   next       make it the primary key: primaryKey("id") in the same createTable(…), or leave identity() out

-- becomes an identity column, always generated
-- the identity column account.id of which only the database gives the numbers is not supported
--   database   SQLite 3.53
--   next       write identity()

-- is no longer an identity column
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
-- the collation de_DE of a column is not supported
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
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'line' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('line') WHERE name COLLATE NOCASE NOT IN ('price', 'gross')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('line') WHERE "notnull" AND name COLLATE NOCASE IN ('price', 'gross')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('line') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('price')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('line') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('price')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('line') WHERE pk > 0 AND name COLLATE NOCASE IN ('price', 'gross')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('line') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ()
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('line') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('line') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'line' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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
