-- plain
ALTER TABLE account DROP COLUMN age;
