package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.ScratchWork;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Creates tables as temporary ones, in a transaction that is rolled back, to see how PostgreSQL
 * spells them. Temporary tables come last in the search path, so that a table hides no type of the
 * same name.
 *
 * @param connection the connection
 * @param renderer renders the statements
 * @param major the first number of the server's version
 * @param current the schema without a namespace
 */
record PostgresqlScratch(Connection connection, Renderer renderer, int major, String current) {

  private static final String NAMESPACE = "pg_temp";

  /** Each object holds a lock until it is gone: a transaction has room for some thousands. */
  private static final int TOGETHER = 100;

  private static final String PATH =
      "SELECT set_config('search_path', concat_ws(', ', nullif(current_setting('search_path'), ''),"
          + " 'pg_temp'), true)";

  private static final String SCHEMA =
      "SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()";

  List<Table> of(Schema schema, Set<QualifiedName> names) throws SQLException {
    List<Table> declared = schema.tables().stream().filter(t -> names.contains(t.name())).toList();
    if (declared.isEmpty()) {
      return declared;
    }
    boolean own = connection.getAutoCommit();
    connection.setAutoCommit(false);
    Savepoint begin = connection.setSavepoint();
    ScratchWork<List<Table>> work = () -> inTheirSchemas(schema, declared);
    return work.thenRemoved(
        () -> {
          connection.rollback(begin);
          if (own) {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  private List<Table> inTheirSchemas(Schema schema, List<Table> declared) throws SQLException {
    query(PATH);
    List<Table> stored = new ArrayList<>();
    for (List<Table> part : parts(declared)) {
      stored.addAll(inOneSchema(schema, part));
    }
    return stored;
  }

  /** Tables of one schema each, since others may have the same name. */
  private static List<List<Table>> parts(List<Table> tables) {
    List<List<Table>> parts = new ArrayList<>();
    Optional<String> namespace = Optional.empty();
    for (Table table : tables) {
      List<Table> last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      if (last == null || last.size() == TOGETHER || !namespace.equals(table.name().namespace())) {
        last = new ArrayList<>();
        parts.add(last);
        namespace = table.name().namespace();
      }
      last.add(table);
    }
    return parts;
  }

  private List<Table> inOneSchema(Schema schema, List<Table> tables) throws SQLException {
    Savepoint begin = connection.setSavepoint();
    List<Table> created = new ArrayList<>();
    for (Table table : tables) {
      if (isCreated(schema, table)) {
        created.add(table);
      }
    }
    List<Table> stored = created.isEmpty() ? List.of() : read(created);
    connection.rollback(begin);
    return stored;
  }

  private boolean isCreated(Schema schema, Table table) throws SQLException {
    Savepoint begin = connection.setSavepoint();
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (Statement part : statements(schema, table)) {
        statement.execute(part.sql());
      }
      connection.releaseSavepoint(begin);
      return true;
    } catch (SQLException | MigrateException impossible) {
      connection.rollback(begin);
      return false;
    }
  }

  private List<Statement> statements(Schema schema, Table table) {
    Table bare = named(table, temporary(table), List.of());
    RenderContext context = new RenderContext(schema.withNamespace(NAMESPACE));
    return renderer.render(new CreateTable(bare), context);
  }

  private static QualifiedName temporary(Table table) {
    return QualifiedName.in(NAMESPACE, table.name().name());
  }

  private List<Table> read(List<Table> created) throws SQLException {
    String namespace = query(SCHEMA);
    Schema schema =
        new PostgresqlCatalogue(connection, major, current, Set.of(namespace)).readTables();
    return created.stream()
        .map(
            table ->
                named(
                    schema.table(QualifiedName.in(namespace, table.name().name())),
                    table.name(),
                    table.foreignKeys()))
        .toList();
  }

  /** The table by another name, with these foreign keys instead of its own. */
  private static Table named(Table table, QualifiedName name, List<ForeignKey> keys) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.removeIf(ForeignKey.class::isInstance);
    constraints.addAll(keys);
    return new Table(
        name, table.columns(), constraints, table.indexes(), table.comment(), table.options());
  }

  /** The first column of the only row. */
  private String query(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
