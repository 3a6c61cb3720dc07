-- increment
ALTER SEQUENCE ticket INCREMENT BY 10;

-- start
ALTER SEQUENCE ticket START WITH 100;

-- start below the usual minimum
ALTER SEQUENCE ticket START WITH -7 MINVALUE -7 MAXVALUE 9223372036854775806;

-- minimum
ALTER SEQUENCE ticket MINVALUE -9;

-- maximum
ALTER SEQUENCE ticket MAXVALUE 99999;

-- cycle
ALTER SEQUENCE ticket CYCLE;

-- cache
ALTER SEQUENCE ticket CACHE 20;

-- type
-- the sequence ticket with values of another type, integer, is not supported
--   database   MariaDB 12.3
--   next       leave valueType(…) out, and set minimum(…) and maximum(…)

-- direction
ALTER SEQUENCE ticket INCREMENT BY -5 MINVALUE 10 MAXVALUE 9000;

-- few numbers
ALTER SEQUENCE ticket MAXVALUE 60 CACHE 1000;

-- no minimum
ALTER SEQUENCE ticket MINVALUE 1;

-- no maximum
ALTER SEQUENCE ticket MAXVALUE 9223372036854775806;

-- no cycle
ALTER SEQUENCE ticket NOCYCLE;

-- no cache
ALTER SEQUENCE ticket CACHE 1000;

-- start and limits
ALTER SEQUENCE ticket START WITH 60 MINVALUE 40 MAXVALUE 700 CACHE 1000;
