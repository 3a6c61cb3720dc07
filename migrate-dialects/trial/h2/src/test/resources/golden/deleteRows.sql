-- by one column
DELETE FROM account WHERE login IN ('x', 'it''s y') AND CAST(login AS CHARACTER LARGE OBJECT) IN ('x', 'it''s y');

-- by one column, with NULL
DELETE FROM account WHERE age = 1 OR age IS NULL;

-- by several columns
DELETE FROM account WHERE (login = 'x' AND CAST(login AS CHARACTER LARGE OBJECT) = 'x' AND age = 1)
  OR (login = 'y' AND CAST(login AS CHARACTER LARGE OBJECT) = 'y' AND age IS NULL);

-- by JSON
DELETE FROM value_of_every_kind WHERE a_json = JSON '{"a": 1}';
