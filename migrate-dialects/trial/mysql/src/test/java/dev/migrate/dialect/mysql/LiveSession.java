package dev.migrate.dialect.mysql;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.engine.Migrator;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.testkit.dialect.sample.CreateOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** One connection to an empty database, on which revisions run and tests look. */
final class LiveSession implements AutoCloseable {

  private final TestServer server;
  private final Connection connection;
  private final Dialect dialect;

  LiveSession(TestServer server) throws SQLException {
    this.server = server;
    this.connection = server.emptyDatabase().getConnection();
    this.dialect = server.dialect();
  }

  /** Revisions r1, r2 and so on, one after the other. */
  @SafeVarargs
  final Migrator migrator(Consumer<Operations>... upgrades) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < upgrades.length; i++) {
      Lineage.Start start = Lineage.of("r" + (i + 1));
      revisions.add(Revision.of(i == 0 ? start.root() : start.after("r" + i), upgrades[i]::accept));
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

  /** With all rights. */
  void onServer(String sql) throws SQLException {
    try (Connection all = server.server().getConnection();
        Statement statement = all.createStatement()) {
      statement.execute(sql);
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

  /** What the server says of a table. */
  String creation(String table) throws SQLException {
    return String.join("\n", rows("SHOW CREATE TABLE " + table));
  }

  Schema inspected() throws SQLException {
    return dialect.inspector().inspect(connection, Set.of());
  }

  /** The differences between what was declared and what is there. */
  @SafeVarargs
  final List<String> differences(Consumer<Operations>... upgrades) throws SQLException {
    Schema schema = Schema.empty();
    for (Operation operation : recorded(upgrades)) {
      schema = operation.applyTo(schema);
    }
    Schema declared = dialect.canonical(dialect.inspector().resolve(connection, schema));
    return SchemaDifference.between(declared, dialect.canonical(inspected())).entries().stream()
        .filter(entry -> !entry.element().toString().contains("migrate_history"))
        .map(Object::toString)
        .toList();
  }

  @SafeVarargs
  private static List<Operation> recorded(Consumer<Operations>... upgrades) {
    List<Operation> operations = new ArrayList<>();
    for (Consumer<Operations> upgrade : upgrades) {
      Revision revision = Revision.of(Lineage.of("r").root(), upgrade::accept);
      operations.addAll(Recording.of(revision).upgrade());
    }
    return operations;
  }

  /** Whether none of these is refused when it is planned, whatever is there. */
  @SafeVarargs
  final boolean isPlanned(Consumer<Operations>... upgrades) {
    Schema schema = Schema.empty();
    try {
      for (Operation operation : recorded(upgrades)) {
        dialect.renderer().render(List.of(operation), new RenderContext(schema));
        schema = operation.applyTo(schema);
      }
      return true;
    } catch (UnsupportedByDialectException refused) {
      return false;
    }
  }

  /** What the inspector saw and the model does not hold. */
  List<String> unmodelled() throws SQLException {
    return inspected().unmodelled().stream().map(Object::toString).toList();
  }

  /** What the server says of these tables. */
  List<String> read(String... tables) throws SQLException {
    List<String> all = new ArrayList<>();
    for (String table : tables) {
      all.add(creation(table));
    }
    return all;
  }

  /** What the server says of these tables when they are created by what was read of them. */
  List<String> createdAgain(String... tables) throws SQLException {
    Schema schema = inspected();
    List<Operation> operations = CreateOperations.of(schema);
    for (String table : tables) {
      execute("DROP TABLE " + table);
    }
    migrator(op -> operations.forEach(op::add)).upgrade();
    return read(tables);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
