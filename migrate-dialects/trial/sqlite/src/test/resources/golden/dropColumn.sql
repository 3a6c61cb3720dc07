-- plain
ALTER TABLE account DROP COLUMN age;
SELECT 'trigger ' || name || ' names the column age: drop the trigger first, and create it again without the column' AS problem FROM sqlite_master WHERE type = 'trigger' AND lower(sql) GLOB '*[^a-z0-9_$]age[^a-z0-9_$]*' AND (tbl_name = 'account' COLLATE NOCASE OR lower(sql) GLOB '*[^a-z0-9_$]account[^a-z0-9_$]*');

-- with a sequence
ALTER TABLE desk DROP COLUMN ticket;
SELECT 'trigger ' || name || ' names the column ticket: drop the trigger first, and create it again without the column' AS problem FROM sqlite_master WHERE type = 'trigger' AND lower(sql) GLOB '*[^a-z0-9_$]ticket[^a-z0-9_$]*' AND (tbl_name = 'desk' COLLATE NOCASE OR lower(sql) GLOB '*[^a-z0-9_$]desk[^a-z0-9_$]*');
