package dev.migrate.dialect.sqlite;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** One connection to an empty file, on which revisions run and tests look. */
final class LiveFile implements AutoCloseable {

  private static final DialectProvider PROVIDER = new SqliteDialectProvider();

  private final Connection connection = SqliteDatabases.file().getConnection();
  private final Dialect dialect = PROVIDER.dialect(DialectName.SQLITE);

  LiveFile() throws SQLException {}

  /** Revisions r1, r2 and so on, one after the other. */
  @SafeVarargs
  final Migrator migrator(Consumer<Operations>... upgrades) {
    return migrator(List.of(upgrades));
  }

  Migrator migrator(List<Consumer<Operations>> upgrades) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < upgrades.size(); i++) {
      Lineage.Start start = Lineage.of("r" + (i + 1));
      revisions.add(
          Revision.of(i == 0 ? start.root() : start.after("r" + i), upgrades.get(i)::accept));
    }
    return Migrator.on(connection).revisions(revisions).build();
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Every row with its values in one text. */
  List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  /** What the checks of a script find. */
  List<String> found(List<dev.migrate.dialect.Statement> script) throws SQLException {
    List<String> found = new ArrayList<>();
    for (dev.migrate.dialect.Statement statement : script) {
      if (statement.kind() == Kind.CHECK) {
        found.addAll(rows(statement.sql()));
      }
    }
    return found;
  }

  String creation(String table) throws SQLException {
    return rows("SELECT sql FROM sqlite_master WHERE name = '" + table + "'").get(0);
  }

  Schema inspected() throws SQLException {
    return dialect.inspector().inspect(connection, Set.of());
  }

  /** What the inspector saw and the model does not hold. */
  List<String> unmodelled() throws SQLException {
    return inspected().unmodelled().stream().map(Object::toString).toList();
  }

  /** The differences between what was declared and what is there. */
  @SafeVarargs
  final List<String> differences(Consumer<Operations>... upgrades) throws SQLException {
    Schema schema = Schema.empty();
    for (Consumer<Operations> upgrade : upgrades) {
      Revision revision = Revision.of(Lineage.of("r").root(), upgrade::accept);
      for (Operation operation : Recording.of(revision).upgrade()) {
        schema = operation.applyTo(schema);
      }
    }
    Schema declared = dialect.canonical(schema);
    return SchemaDifference.between(declared, dialect.canonical(inspected())).entries().stream()
        .filter(entry -> !entry.element().toString().contains("migrate_history"))
        .map(Object::toString)
        .toList();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
