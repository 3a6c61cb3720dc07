-- one row
UPDATE account SET nickname = '''; DROP TABLE account; --', age = NULL WHERE id = 1;

-- every row
UPDATE account SET age = 18;

-- rows that have nothing
UPDATE account SET age = 18 WHERE age IS NULL AND login = 'x';
