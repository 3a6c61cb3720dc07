-- plain
ALTER TABLE account DROP COLUMN age;

-- with a sequence
ALTER TABLE desk DROP COLUMN ticket;
