-- plain
CREATE SCHEMA billing;
