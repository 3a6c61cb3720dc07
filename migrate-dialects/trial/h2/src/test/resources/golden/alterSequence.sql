-- increment
ALTER SEQUENCE ticket INCREMENT BY 10;

-- start
ALTER SEQUENCE ticket START WITH 100;

-- start below the usual minimum
ALTER SEQUENCE ticket START WITH -7 NO MINVALUE NO MAXVALUE;

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
--   database   H2 2.5
--   next       leave valueType(…) out, and set minimum(…) and maximum(…)

-- direction
ALTER SEQUENCE ticket INCREMENT BY -5 CACHE 4 MINVALUE 10 MAXVALUE 9000;

-- few numbers
ALTER SEQUENCE ticket MAXVALUE 60 CACHE 11;

-- no minimum
ALTER SEQUENCE ticket NO MINVALUE;

-- no maximum
ALTER SEQUENCE ticket NO MAXVALUE;

-- no cycle
ALTER SEQUENCE ticket NO CYCLE;

-- no cache
ALTER SEQUENCE ticket CACHE 32;

-- start and limits
ALTER SEQUENCE ticket START WITH 60 MINVALUE 40 MAXVALUE 700 CACHE 32;
