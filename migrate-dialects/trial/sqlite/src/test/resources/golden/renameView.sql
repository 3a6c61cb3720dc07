-- plain
CREATE VIEW grown_up AS SELECT login FROM account WHERE age > 17;
SELECT 'trigger ' || name || ' on the view would be lost' FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'adult' COLLATE NOCASE;
DROP VIEW adult;
