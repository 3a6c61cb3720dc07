-- plain
CREATE SEQUENCE ticket START WITH 1 INCREMENT BY 1;

-- backwards, in a schema
CREATE SEQUENCE billing.ticket START WITH -1 INCREMENT BY -5;

-- with limits, that begins again
CREATE SEQUENCE ticket START WITH 5 INCREMENT BY 1 MINVALUE 2 MAXVALUE 99 CYCLE CACHE 4;

-- of another type
-- the sequence ticket of type smallint is not supported
--   database   MariaDB 12.3
--   next       leave type(…) out, and set maximum(…)

-- owned by a column
-- create sequence ticket from 1 by 1 owned by team.id is not supported
--   database   MariaDB 12.3
--   next       leave ownedBy(…) out, and drop the sequence in an operation of its own
