-- plain
RENAME TABLE ticket TO `Ticket`;
