-- plain
DROP VIEW adult;
