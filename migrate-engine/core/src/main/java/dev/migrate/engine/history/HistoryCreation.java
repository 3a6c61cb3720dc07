package dev.migrate.engine.history;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.report.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Creates the history table, and knows whether it could be. */
record HistoryCreation(Connection connection, Dialect dialect, HistoryTable table) {

  void create() {
    try (var sql = connection.createStatement()) {
      for (Statement statement : table.creation(dialect)) {
        sql.execute(statement.sql());
      }
    } catch (SQLException failure) {
      throw new HistoryFailures(dialect, table).notCreated(failure);
    }
  }

  /** The schema that the table's name has, if it is not there. */
  Optional<String> missingNamespace() {
    return table.name().namespace().filter(name -> !isThere(name));
  }

  /** An inspector has the schema at hand under no name. */
  private boolean isThere(String namespace) {
    try {
      return namespace.equalsIgnoreCase(connection.getSchema())
          || namespace.equalsIgnoreCase(connection.getCatalog())
          || dialect
              .inspector()
              .inspect(connection, Set.of(namespace))
              .namespaces()
              .contains(namespace);
    } catch (SQLException unreadable) {
      return true;
    }
  }

  /** A failure that names the missing schema, if the call failed for it before it began. */
  DatabaseException explained(DatabaseException failure) {
    if (!failure.done().isEmpty()) {
      return failure;
    }
    return missingNamespace()
        .map(schema -> new HistoryFailures(dialect, table).withoutNamespace(schema, failure))
        .orElse(failure);
  }
}
