-- that says nothing
UPDATE account SET age = age + 1;

-- that writes rows, and differs by dialect
UPDATE account SET nickname = lower(login);

-- that says what it means
CREATE TABLE legacy (id int);

-- for a database that is not there
-- nothing to do
