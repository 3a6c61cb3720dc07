-- plain
CREATE TABLE migrate_new_diary (
  day DATE NOT NULL,
  mood TEXT DEFAULT 'happy' NOT NULL CHECK (mood IN ('sad', 'it''s fine', 'happy')),
  CONSTRAINT pk_diary PRIMARY KEY (day)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'diary' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('diary') WHERE name COLLATE NOCASE NOT IN ('day', 'mood')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('diary') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('day')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('diary') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('day', 'mood')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('diary') WHERE pk > 0 AND name COLLATE NOCASE IN ('mood')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('diary') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ('day BINARY')
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('diary') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('diary') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 1), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'diary' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'diary' COLLATE NOCASE;
INSERT INTO migrate_new_diary (rowid, day, mood)
SELECT rowid, day, CASE mood WHEN 'it''s ok' THEN 'it''s fine' ELSE mood END
FROM diary;
DROP TABLE diary;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_diary RENAME TO diary;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- in several columns
CREATE TABLE migrate_new_diary (
  day DATE NOT NULL,
  mood TEXT DEFAULT 'happy' NOT NULL CHECK (mood IN ('unhappy', 'it''s ok', 'happy')),
  CONSTRAINT pk_diary PRIMARY KEY (day)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'diary' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('diary') WHERE name COLLATE NOCASE NOT IN ('day', 'mood')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('diary') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('day')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('diary') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('day', 'mood')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('diary') WHERE pk > 0 AND name COLLATE NOCASE IN ('mood')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('diary') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ('day BINARY')
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('diary') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('diary') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 1), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'diary' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'diary' COLLATE NOCASE;
INSERT INTO migrate_new_diary (rowid, day, mood)
SELECT rowid, day, CASE mood WHEN 'sad' THEN 'unhappy' ELSE mood END
FROM diary;
DROP TABLE diary;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_diary RENAME TO diary;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;
CREATE TABLE migrate_new_dream (
  mood TEXT CHECK (mood IN ('unhappy', 'it''s ok', 'happy')),
  "Mood" TEXT CHECK ("Mood" IN ('unhappy', 'it''s ok', 'happy'))
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'dream' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('dream') WHERE name COLLATE NOCASE NOT IN ('mood', 'Mood')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('dream') WHERE "notnull" AND name COLLATE NOCASE IN ('mood', 'Mood')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('dream') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('mood', 'Mood')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('dream') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('mood', 'Mood')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('dream') WHERE pk > 0 AND name COLLATE NOCASE IN ('mood', 'Mood')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('dream') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ()
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('dream') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('dream') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 2), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'dream' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'dream' COLLATE NOCASE;
INSERT INTO migrate_new_dream (rowid, mood, "Mood")
SELECT rowid, CASE mood WHEN 'sad' THEN 'unhappy' ELSE mood END, CASE "Mood" WHEN 'sad' THEN 'unhappy' ELSE "Mood" END
FROM dream;
DROP TABLE dream;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_dream RENAME TO dream;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- that is a default
CREATE TABLE migrate_new_diary (
  day DATE NOT NULL,
  mood TEXT DEFAULT 'glad' NOT NULL CHECK (mood IN ('sad', 'it''s ok', 'glad')),
  CONSTRAINT pk_diary PRIMARY KEY (day)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'diary' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('diary') WHERE name COLLATE NOCASE NOT IN ('day', 'mood')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('diary') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('day')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('diary') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('day', 'mood')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('diary') WHERE pk > 0 AND name COLLATE NOCASE IN ('mood')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('diary') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ('day BINARY')
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('diary') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('diary') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 1), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 0)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'diary' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'diary' COLLATE NOCASE;
INSERT INTO migrate_new_diary (rowid, day, mood)
SELECT rowid, day, CASE mood WHEN 'happy' THEN 'glad' ELSE mood END
FROM diary;
DROP TABLE diary;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_diary RENAME TO diary;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- in lists
-- the type array of enum mood is not supported
--   database   SQLite 3.53
--   next       make it json(), or a table of its own with a row for each element
