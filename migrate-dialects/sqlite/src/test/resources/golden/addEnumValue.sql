-- at the end
CREATE TABLE migrate_new_diary (
  day DATE NOT NULL,
  mood TEXT DEFAULT 'happy' NOT NULL CHECK (mood IN ('sad', 'it''s ok', 'happy', '''); DROP TABLE diary; --')),
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
SELECT rowid, day, mood
FROM diary;
DROP TABLE diary;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_new_diary RENAME TO diary;
PRAGMA legacy_alter_table = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_master SELECT * FROM temp.migrate_kept_triggers;
PRAGMA writable_schema = RESET;
DROP TABLE temp.migrate_kept_triggers;

-- in the middle
CREATE TABLE migrate_new_diary (
  day DATE NOT NULL,
  mood TEXT DEFAULT 'happy' NOT NULL CHECK (mood IN ('sad', 'it''s ok', 'so so', 'happy')),
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
SELECT rowid, day, mood
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
-- the type array of enum mood is not possible
--   database   SQLite 3.53
--   next       make it json(), or a table of its own with a row for each element

-- in no column
-- nothing to do
