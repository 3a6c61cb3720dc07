package dev.migrate.dialect.mysql;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.Sequence;

/**
 * Lets sequences of MariaDB go on after the numbers that rows have. {@code SETVAL} moves a sequence
 * only in the direction in which it counts, so done twice it does the same.
 *
 * @param definitions names and texts inside of the statements
 * @see <a href="https://mariadb.com/kb/en/setval/">SETVAL</a>
 */
record MysqlCounters(MysqlDefinitions definitions) {

  /**
   * A sequence that gives the column its numbers from now on; nothing happens without rows. {@code
   * SETVAL} takes only a literal, and {@code EXECUTE IMMEDIATE} takes no query.
   */
  String goOn(AlterColumn operation, Sequence sequence) {
    boolean up = sequence.increment() > 0;
    String call = "DO SETVAL(" + definitions.names().name(sequence.name()) + ", ";
    return """
    BEGIN NOT ATOMIC
      DECLARE migrate_last BIGINT DEFAULT (SELECT %s(%s)) FROM %s);
      IF migrate_last IS NOT NULL THEN
        EXECUTE IMMEDIATE CONCAT(%s, migrate_last, ')');
      END IF;
    END\
    """
        .formatted(
            up ? "CEIL(MAX" : "FLOOR(MIN",
            definitions.names().name(operation.column()),
            definitions.names().name(operation.table()),
            definitions.mysqlLiterals().text(call));
  }
}
