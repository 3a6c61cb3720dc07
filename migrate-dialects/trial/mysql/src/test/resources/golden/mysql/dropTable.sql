-- plain
DROP TABLE team;

-- in a schema
DROP TABLE billing.invoice;

-- with a sequence
DROP TABLE desk;
