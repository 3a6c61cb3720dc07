-- plain
ALTER SCHEMA billing RENAME TO "Sales";
