package dev.migrate.dialect.postgresql;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testkit.SchemaAssert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A database of its own for one test, on which operations are carried out and looked at. */
final class LivePostgresql implements AutoCloseable {

  static final Dialect DIALECT = new PostgresqlDialectProvider().dialect(DialectName.POSTGRESQL);

  private final Connection connection;
  private Schema schema = Schema.empty();

  LivePostgresql(DataSource database) throws SQLException {
    this.connection = database.getConnection();
  }

  LivePostgresql() throws SQLException {
    this(PostgresqlServer.emptyDatabase());
  }

  static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("test").root(), operations)).upgrade();
  }

  /** The statements that were executed; afterwards the database has what was declared. */
  List<String> run(Consumer<Operations> operations) throws SQLException {
    List<String> sql = new ArrayList<>();
    for (Operation operation : recorded(operations)) {
      for (Statement statement : DIALECT.renderer().render(operation, new RenderContext(schema))) {
        execute(statement.sql());
        sql.add(statement.sql());
      }
      schema = operation.applyTo(schema);
    }
    Set<QualifiedName> tables =
        schema.tables().stream().map(Table::name).collect(Collectors.toSet());
    SchemaAssert.assertThat(DIALECT.canonical(inspect()))
        .as(String.join(";\n", sql))
        .isEqualTo(DIALECT.canonical(schema, tables, connection));
    return sql;
  }

  /** What is there, in the default schema, in those that were declared, and in these. */
  Schema inspect(String... namespaces) throws SQLException {
    Set<String> all = new HashSet<>(schema.namespaces());
    all.addAll(List.of(namespaces));
    return DIALECT.inspector().inspect(connection, all);
  }

  void execute(String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of all rows. */
  List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
