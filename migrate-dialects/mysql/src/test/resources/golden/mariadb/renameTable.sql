-- plain
ALTER TABLE team RENAME TO squad;

-- in a schema, to a reserved word
ALTER TABLE billing.invoice RENAME TO billing.`order`;
