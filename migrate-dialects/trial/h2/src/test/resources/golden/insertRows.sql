-- values of every kind
INSERT INTO value_of_every_kind (id, a_boolean, a_decimal, a_text, a_blob, a_date, a_time, a_timestamp, an_instant, a_uuid, a_json) VALUES
  (1, TRUE, -12.5, 'it''s \ "quoted"; -- ü☃
	in two lines', X'000aff', DATE '2024-02-29', TIME '10:00:00.000001', TIMESTAMP '2024-02-29 10:00:00', TIMESTAMP WITH TIME ZONE '2024-02-29 23:30:00+00:00', UUID '7c9e6679-7425-40de-944b-e07fc1f90ae7', JSON '{"it''s": [1, 2]}'),
  (-2, FALSE, 0, '', X'', NULL, NULL, NULL, NULL, NULL, NULL);

-- numbers that otherwise only the database gives
INSERT INTO invoice (id) OVERRIDING SYSTEM VALUE VALUES
  (7);
ALTER TABLE invoice ALTER COLUMN id RESTART WITH (
  SELECT CASE WHEN MAX(IDENTITY_INCREMENT) < 0 THEN MAX(IDENTITY_BASE)
         ELSE GREATEST(MAX(IDENTITY_BASE), LEAST(MAX(IDENTITY_MAXIMUM),
           (SELECT COALESCE(CAST(MAX(id) AS DECIMAL(20)), 0) + 1 FROM invoice))) END
  FROM INFORMATION_SCHEMA.COLUMNS
  WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = 'INVOICE' AND UPPER(COLUMN_NAME) = 'ID');
