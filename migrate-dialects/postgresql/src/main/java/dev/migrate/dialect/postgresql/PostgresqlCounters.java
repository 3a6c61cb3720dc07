package dev.migrate.dialect.postgresql;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.Sequence;

/**
 * Restarts identity columns and sequences after the numbers that rows have. Each statement does
 * nothing to a table without rows, and done twice it does the same.
 *
 * @param words names and texts inside of them
 * @see <a href="https://www.postgresql.org/docs/current/functions-sequence.html">9.17 Sequence
 *     Manipulation Functions in the manual</a>
 */
record PostgresqlCounters(PostgresqlDefinitions words) {

  /**
   * The counter of a new identity. {@code pg_get_serial_sequence} may answer with another sequence,
   * which the column owns too; that of an identity depends on its column internally: 52.18
   * pg_depend in the manual.
   */
  String goOn(AlterColumn operation) {
    String table = words.names().name(operation.table());
    String column = words.names().name(operation.column());
    return """
    SELECT setval((SELECT d.objid::regclass
                     FROM pg_depend d
                     JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                      AND d.refobjid = %1$s::regclass AND a.attname = %2$s
                      AND d.deptype = 'i'),
                  greatest(max(%3$s), 1), max(%3$s) >= 1)
      FROM %4$s\
    """
        .formatted(
            words.literals().text(table), words.literals().text(operation.column()), column, table);
  }

  /**
   * A sequence that gives the column its numbers from now on, in the direction in which it counts.
   */
  String goOn(AlterColumn operation, Sequence sequence) {
    String name = words.names().name(sequence.name());
    String column = words.names().name(operation.column());
    boolean up = sequence.increment() > 0;
    String last = (up ? "ceil(max(" : "floor(min(") + column + "))::bigint";
    return "SELECT setval("
        + words.literals().text(name)
        + ", "
        + last
        + ") FROM "
        + words.names().name(operation.table())
        + " HAVING "
        + last
        + (up ? " >= " : " <= ")
        + "(SELECT last_value FROM "
        + name
        + ")";
  }
}
