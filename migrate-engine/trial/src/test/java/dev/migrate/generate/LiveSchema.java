package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Transaction;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import dev.migrate.testkit.dialect.database.SessionDuring;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A connection on which operations run as one revision would run them. */
record LiveSchema(Dialect dialect, Connection connection) {

  /**
   * The statements of a revision.
   *
   * @throws dev.migrate.error.MigrateException if the database cannot do an operation
   */
  List<Statement> rendered(List<Operation> operations, Schema before) {
    Renderer renderer = dialect.renderer();
    List<Statement> statements = new ArrayList<>();
    Schema schema = before;
    for (int done = 0; done < operations.size(); ) {
      RenderContext context = new RenderContext(schema, operations.subList(0, done));
      List<Operation> left = operations.subList(done, operations.size());
      List<Operation> group = left.subList(0, renderer.together(left, context));
      statements.addAll(renderer.render(group, context));
      schema = Operation.applyAll(group, schema);
      done += group.size();
    }
    statements.addAll(renderer.closing(List.copyOf(statements)));
    return statements;
  }

  void run(List<Statement> statements) throws SQLException {
    boolean together =
        dialect.capabilities().transactionalDdl()
            && statements.stream().noneMatch(s -> s.transaction() == Transaction.FORBIDDEN);
    try (SessionDuring session = new SessionDuring(statements, dialect.renderer(), connection)) {
      connection.setAutoCommit(!together);
      for (Statement statement : statements) {
        execute(session, statement);
      }
    } finally {
      if (!connection.getAutoCommit()) {
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void execute(SessionDuring session, Statement statement) throws SQLException {
    try {
      session.execute(statement);
    } catch (SQLException failure) {
      throw new SQLException(failure.getMessage() + "\nstatement " + statement.sql(), failure);
    }
  }

  /** How what is there differs from what is declared, also in these namespaces. */
  SchemaDifference difference(Schema declared, List<String> namespaces) throws SQLException {
    Set<String> all = new TreeSet<>(declared.namespaces());
    all.addAll(namespaces);
    Schema live = dialect.canonical(dialect.inspector().inspect(connection, all));
    return dialect.difference(declared, live, connection);
  }

  void insert(Schema schema, QualifiedName table, List<Map<String, Literal>> rows)
      throws SQLException {
    List<String> columns = PairRows.insertable(schema.table(table));
    if (!rows.isEmpty()) {
      List<Row> values =
          rows.stream().map(row -> new Row(List.copyOf(RowRules.values(row, columns)))).toList();
      InsertRows insert = new InsertRows(table, columns, values);
      execute(dialect.renderer().render(insert, new RenderContext(schema)).get(0).sql());
    }
  }

  void delete(Table table) throws SQLException {
    execute("DELETE FROM " + dialect.renderer().name(table.name()));
  }

  void execute(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new SQLException(failure.getMessage() + "\nstatement " + sql, failure);
    }
  }

  /** The values of these columns in all rows, as text. */
  List<List<String>> values(QualifiedName table, List<String> columns) throws SQLException {
    Renderer renderer = dialect.renderer();
    String list = columns.stream().map(renderer::name).collect(Collectors.joining(", "));
    String sql = "SELECT " + list + " FROM " + renderer.name(table);
    List<List<String>> rows = new ArrayList<>();
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
