-- values of every kind
INSERT INTO value_of_every_kind (id, a_boolean, a_decimal, a_text, a_blob, a_date, a_time, a_timestamp, an_instant, a_uuid, a_json) VALUES
  (1, 1, -12.5, 'it''s \ "quoted"; -- ü☃
	in two lines', X'000aff', '2024-02-29', '10:00:00.000001', '2024-02-29 10:00:00', '2024-02-29 23:30:00', '7c9e6679-7425-40de-944b-e07fc1f90ae7', '{"it''s": [1, 2]}'),
  (-2, 0, 0, '', X'', NULL, NULL, NULL, NULL, NULL, NULL);

-- numbers that otherwise only the database gives
INSERT INTO invoice (id) OVERRIDING SYSTEM VALUE VALUES
  (7);
