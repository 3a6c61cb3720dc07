-- values of every kind
INSERT INTO value_of_every_kind (id, a_boolean, a_decimal, a_text, a_blob, a_date, a_time, a_timestamp, an_instant, a_uuid, a_json) VALUES
  (1, TRUE, -12.5, _utf8mb4 X'69742773205c202271756f746564223b202d2d20c3bce298830a09696e2074776f206c696e6573', X'000aff', DATE '2024-02-29', TIME '10:00:00.000001', TIMESTAMP '2024-02-29 10:00:00', TIMESTAMP '2024-02-29 23:30:00', X'7c9e6679742540de944be07fc1f90ae7', CAST('{"it''s": [1, 2]}' AS JSON)),
  (-2, FALSE, 0, '', X'', NULL, NULL, NULL, NULL, NULL, NULL);

-- numbers that otherwise only the database gives
INSERT INTO invoice (id) VALUES
  (7);
