-- plain
ALTER TABLE team RENAME TO squad;

-- with constraints that a server names after it
ALTER TABLE shift RENAME TO duty;

-- in a schema, to a reserved word
ALTER TABLE billing.invoice RENAME TO "order";
