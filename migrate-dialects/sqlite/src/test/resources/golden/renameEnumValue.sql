-- plain
CREATE TABLE migrate_new_diary (
  day DATE NOT NULL,
  mood TEXT DEFAULT 'happy' NOT NULL CHECK (mood IN ('sad', 'it''s fine', 'happy')),
  CONSTRAINT pk_diary PRIMARY KEY (day)
);
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'diary' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('diary')
WHERE name COLLATE NOCASE NOT IN ('day', 'mood');
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
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'diary' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('diary')
WHERE name COLLATE NOCASE NOT IN ('day', 'mood');
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
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'dream' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('dream')
WHERE name COLLATE NOCASE NOT IN ('mood', 'Mood');
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
SELECT 'index ' || name || ' is in no revision, and would be lost'
FROM sqlite_master
WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'diary' COLLATE NOCASE
UNION ALL
SELECT 'column ' || name || ' is in no revision, and would be lost'
FROM pragma_table_xinfo('diary')
WHERE name COLLATE NOCASE NOT IN ('day', 'mood');
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
-- the type array of enum mood is not possible
--   database   SQLite 3.53
--   next       make it json(), or a table of its own with a row for each element
