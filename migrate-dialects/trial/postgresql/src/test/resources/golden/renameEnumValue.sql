-- plain
ALTER TYPE mood RENAME VALUE 'it''s ok' TO 'it''s fine';

-- in several columns
ALTER TYPE mood RENAME VALUE 'sad' TO 'unhappy';

-- that is a default
ALTER TYPE mood RENAME VALUE 'happy' TO 'glad';

-- in lists
ALTER TYPE mood RENAME VALUE 'sad' TO 'unhappy';
