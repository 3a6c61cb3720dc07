-- plain
DROP SEQUENCE ticket;
