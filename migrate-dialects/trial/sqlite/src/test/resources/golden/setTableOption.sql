-- storage
-- nothing to do

-- row format
-- nothing to do

-- variant
-- nothing to do

-- strict
CREATE TABLE migrate_new_note (
  id INTEGER NOT NULL,
  body TEXT,
  CONSTRAINT pk_note PRIMARY KEY (id)
) STRICT;
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'note' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('note') WHERE name COLLATE NOCASE NOT IN ('id', 'body')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('note') WHERE "notnull" AND name COLLATE NOCASE IN ('body')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('note') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('id', 'body')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('note') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('id', 'body')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('note') WHERE pk > 0 AND name COLLATE NOCASE IN ('body')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('note') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ('id BINARY')
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('note') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('note') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 1)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'note' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'note' COLLATE NOCASE;
INSERT INTO migrate_new_note (id, body)
SELECT id, body
FROM note;
DROP TABLE note;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_note RENAME TO note;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- in memory
-- nothing to do

-- for SQLite alone, taken away
CREATE TABLE migrate_new_note (
  id INTEGER NOT NULL,
  body VARCHAR(20),
  CONSTRAINT pk_note PRIMARY KEY (id)
);
SELECT what || ' is in no revision, and would be lost' AS problem FROM (
SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'note' COLLATE NOCASE AND name COLLATE NOCASE NOT IN ()
UNION ALL
SELECT 'column ' || name FROM pragma_table_xinfo('note') WHERE name COLLATE NOCASE NOT IN ('id', 'body')
UNION ALL
SELECT 'NOT NULL of column ' || name FROM pragma_table_xinfo('note') WHERE "notnull" AND name COLLATE NOCASE IN ('body')
UNION ALL
SELECT 'the default of column ' || name FROM pragma_table_xinfo('note') WHERE dflt_value IS NOT NULL AND name COLLATE NOCASE IN ('id', 'body')
UNION ALL
SELECT 'the computation of column ' || name FROM pragma_table_xinfo('note') WHERE hidden IN (2, 3) AND name COLLATE NOCASE IN ('id', 'body')
UNION ALL
SELECT 'the primary key over column ' || name FROM pragma_table_xinfo('note') WHERE pk > 0 AND name COLLATE NOCASE IN ('body')
UNION ALL
SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM pragma_index_list('note') AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN ('id BINARY')
UNION ALL
SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT group_concat(part, char(10)) FROM (SELECT lower("from") AS part FROM pragma_foreign_key_list('note') WHERE id = f.id ORDER BY seq)) || char(10) || lower("table") || char(10) || on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list('note') AS f WHERE seq = 0) WHERE key NOT IN ()
UNION ALL
SELECT column2 FROM (VALUES ('CHECK(', 'a check', 0), ('COLLATE', 'a collation', 0), ('ONCONFLICT', 'an ON CONFLICT clause', 0), ('INITIALLYDEFERRED', 'a deferred foreign key', 0), ('AUTOINCREMENT', 'AUTOINCREMENT', 0), ('STRICT', 'STRICT', 0), ('WITHOUTROWID', 'WITHOUT ROWID', 1)), (SELECT replace(replace(replace(replace(upper(sql), ' ', ''), char(9), ''), char(10), ''), char(13), '') AS text FROM sqlite_master WHERE type = 'table' AND name = 'note' COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 * length(column1)
);
CREATE TEMP TABLE migrate_kept_triggers AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'note' COLLATE NOCASE;
INSERT INTO migrate_new_note (id, body)
SELECT id, body
FROM note;
DROP TABLE note;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_note RENAME TO note;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- for MySQL alone, taken away
-- nothing to do

-- for PostgreSQL alone, taken away
-- nothing to do
