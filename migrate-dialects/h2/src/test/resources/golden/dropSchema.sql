-- plain
DROP SCHEMA "select";
