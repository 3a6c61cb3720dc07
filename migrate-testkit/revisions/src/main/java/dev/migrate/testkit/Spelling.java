package dev.migrate.testkit;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** What a database makes of what was declared in other words than its own. */
public final class Spelling {

  private Spelling() {}

  /** The declared schema in canonical form, where the database is asked about every table. */
  public static Schema asked(Dialect dialect, Connection connection, Schema declared)
      throws SQLException {
    Set<QualifiedName> tables =
        declared.tables().stream().map(Table::name).collect(Collectors.toSet());
    return dialect.canonical(declared, tables, connection);
  }
}
