-- by one column
DELETE FROM account WHERE login IN ('x', 'it''s y') AND CONVERT(login USING utf8mb4) COLLATE utf8mb4_0900_bin IN ('x', 'it''s y');

-- by one column, with NULL
DELETE FROM account WHERE age = 1 OR age IS NULL;

-- by several columns
DELETE FROM account WHERE (login = 'x' AND CONVERT(login USING utf8mb4) COLLATE utf8mb4_0900_bin = 'x' AND age = 1)
  OR (login = 'y' AND CONVERT(login USING utf8mb4) COLLATE utf8mb4_0900_bin = 'y' AND age IS NULL);

-- by JSON
DELETE FROM value_of_every_kind WHERE a_json = CAST('{"a": 1}' AS JSON);
