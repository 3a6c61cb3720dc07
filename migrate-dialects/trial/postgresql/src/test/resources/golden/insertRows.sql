-- values of every kind
INSERT INTO value_of_every_kind (id, a_boolean, a_decimal, a_text, a_blob, a_date, a_time, a_timestamp, an_instant, a_uuid, a_json) VALUES
  (1, TRUE, -12.5, E'it''s \\ "quoted"; -- ü☃
	in two lines', E'\\x000aff'::bytea, DATE '2024-02-29', TIME '10:00:00.000001', TIMESTAMP '2024-02-29 10:00:00', TIMESTAMP WITH TIME ZONE '2024-02-29 23:30:00+00', UUID '7c9e6679-7425-40de-944b-e07fc1f90ae7', '{"it''s": [1, 2]}'),
  (-2, FALSE, 0, '', E'\\x'::bytea, NULL, NULL, NULL, NULL, NULL, NULL);

-- numbers that otherwise only the database gives
INSERT INTO invoice (id) OVERRIDING SYSTEM VALUE VALUES
  (7);
SELECT CASE WHEN (last - next) * step >= 0 THEN setval(seq, last)
            ELSE setval(seq, next, false) END
  FROM (SELECT seq, last, step, nextval(seq) AS next
          FROM (SELECT s.seqrelid::regclass AS seq, sign(s.seqincrement)::int AS step,
                       CASE WHEN s.seqincrement > 0 THEN (SELECT max(id) FROM invoice)
                            ELSE (SELECT min(id) FROM invoice) END AS last,
                       s.seqmin, s.seqmax
                  FROM pg_sequence s
                  JOIN pg_depend d ON d.objid = s.seqrelid
                  JOIN pg_attribute a
                    ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                 WHERE d.classid = 'pg_class'::regclass
                   AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'
                   AND d.refobjid = 'invoice'::regclass AND a.attname = 'id') AS identity
         WHERE last BETWEEN seqmin AND seqmax
           AND (last - coalesce(pg_sequence_last_value(seq), last - step)) * step > 0
        OFFSET 0) AS numbers;
