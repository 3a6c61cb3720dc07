-- plain
ALTER SEQUENCE ticket RENAME TO "Ticket";
