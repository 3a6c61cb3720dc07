package dev.migrate.sql;

/** Whether a place in a text names what gets another name. */
enum Answer {
  YES,
  NO,
  UNCLEAR
}
