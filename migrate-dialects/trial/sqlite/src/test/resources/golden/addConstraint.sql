-- primary key over columns that take NULL
CREATE TABLE migrate_new_pair (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  CONSTRAINT pk_pair PRIMARY KEY (a, b)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'pair' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('pair') WHERE name COLLATE NOCASE NOT IN ('a', 'b')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('pair') WHERE "notnull" AND name COLLATE NOCASE IN ('b')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('pair') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('a', 'b')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('pair') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('a', 'b')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('pair') WHERE pk > 0 AND name COLLATE NOCASE IN ('a', 'b')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('pair') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ()
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('pair') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('pair') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'pair' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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

-- foreign key to the primary key
CREATE TABLE migrate_new_member (
  team_id BIGINT,
  CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL ON UPDATE CASCADE
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('member') WHERE name COLLATE NOCASE NOT IN ('team_id')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('member') WHERE "notnull" AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('member') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('member') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('member') WHERE pk > 0 AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('member') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ()
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('member') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('member') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'member' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ('ix_member_code')
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('member') WHERE name COLLATE NOCASE NOT IN ('code', 'chief')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('member') WHERE "notnull" AND name COLLATE NOCASE IN ('code', 'chief')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('member') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('code', 'chief')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('member') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('code', 'chief')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('member') WHERE pk > 0 AND name COLLATE NOCASE IN ('code', 'chief')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('member') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ()
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('member') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('member') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'member' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('member') WHERE name COLLATE NOCASE NOT IN ('team_id')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('member') WHERE "notnull" AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('member') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('member') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('member') WHERE pk > 0 AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('member') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ()
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('member') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('member') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'member' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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

-- unique in which NULL equals NULL
-- the unique constraint uq_account_nickname_age in which NULL equals NULL is not supported
--   database   SQLite 3.53
--   next       leave nullsNotDistinct() out, and declare the columns notNull()

-- deferrable unique
-- the deferrable key uq_account_age is not supported
--   database   SQLite 3.53
--   next       leave deferrable() out, and write the rows in an order that keeps the key

-- unique with further columns
-- the key uq_account_age including nickname is not supported
--   database   SQLite 3.53
--   next       leave including(…) out, or add an index over these columns

-- deferrable primary key with further columns
-- the key pk_half including b is not supported
--   database   SQLite 3.53
--   next       leave including(…) out, or add an index over these columns

-- foreign key that matches full
-- the foreign key fk_half_a_b that matches full is not supported
--   database   SQLite 3.53
--   next       leave matchFull() out, and add a check that the columns are all NULL or none is

-- foreign key that sets one of its columns
-- the foreign key fk_half_a_b that sets b is not supported
--   database   SQLite 3.53
--   next       let onDelete(…) set all columns, or set them in a trigger

-- foreign key that is not enforced
-- the constraint fk_member_team_id that is not enforced is not supported
--   database   SQLite 3.53
--   next       leave the constraint out, as no row is checked

-- check that is not enforced
-- the constraint ck_account_age that is not enforced is not supported
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

-- foreign key that is not valid
CREATE TABLE migrate_new_member (
  team_id BIGINT,
  CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'member' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('member') WHERE name COLLATE NOCASE NOT IN ('team_id')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('member') WHERE "notnull" AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('member') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('member') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('member') WHERE pk > 0 AND name COLLATE NOCASE IN ('team_id')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('member') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ()
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('member') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('member') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'member' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
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
