-- plain
ALTER TABLE team RENAME TO squad;

-- with constraints that a server names after it
ALTER TABLE shift RENAME TO duty;
ALTER TABLE duty DROP FOREIGN KEY duty_ibfk_1, ADD CONSTRAINT shift_ibfk_1 FOREIGN KEY (team_id) REFERENCES team (id);

-- in a schema, to a reserved word
ALTER TABLE billing.invoice RENAME TO billing.`order`;
