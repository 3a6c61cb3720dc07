-- plain
CREATE SEQUENCE ticket START WITH 1 INCREMENT BY 1;

-- backwards, in a schema
CREATE SEQUENCE billing.ticket START WITH -1 INCREMENT BY -5;

-- with limits, that begins again
CREATE SEQUENCE ticket START WITH 5 INCREMENT BY 1 MINVALUE 2 MAXVALUE 99 CYCLE CACHE 4;

-- of another type
CREATE SEQUENCE ticket AS SMALLINT START WITH 1 INCREMENT BY 1;

-- owned by a column
-- let sequence ticket belong to team.id is not supported
--   database   H2 2.5
--   next       make the column an identity(), or drop the sequence in an operation of its own
