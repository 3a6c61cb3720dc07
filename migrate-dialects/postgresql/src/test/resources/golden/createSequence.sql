-- plain
CREATE SEQUENCE ticket START WITH 1 INCREMENT BY 1;

-- backwards, in a schema
CREATE SEQUENCE billing.ticket START WITH -1 INCREMENT BY -5;

-- owned by a column
CREATE SEQUENCE ticket START WITH 1 INCREMENT BY 1 OWNED BY team.id;
