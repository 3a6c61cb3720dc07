-- plain
CREATE SEQUENCE ticket START WITH 1 INCREMENT BY 1;

-- backwards, in a schema
CREATE SEQUENCE billing.ticket START WITH -1 INCREMENT BY -5;

-- with limits, that begins again
-- the sequence ticket with the limit 2 is not possible
--   database   PostgreSQL 18
--   next       leave minimum(…) and maximum(…) out

-- of another type
-- the sequence ticket of type smallint is not possible
--   database   PostgreSQL 18
--   next       leave type(…) out, and set maximum(…)

-- owned by a column
CREATE SEQUENCE ticket START WITH 1 INCREMENT BY 1 OWNED BY team.id;
