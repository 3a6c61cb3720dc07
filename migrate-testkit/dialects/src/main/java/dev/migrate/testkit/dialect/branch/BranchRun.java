package dev.migrate.testkit.dialect.branch;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testkit.dialect.database.SessionDuring;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries out operations of branches on one connection. Not thread-safe. */
public final class BranchRun implements AutoCloseable {

  /**
   * What can be seen of a database.
   *
   * @param schema its schema in canonical form
   * @param rows the rows of each table, sorted
   */
  public record Sight(Schema schema, Map<String, List<String>> rows) {}

  private final Dialect dialect;
  private final Connection connection;
  private final Ending closing;
  private Schema folded;

  /** What happens to a connection when a run ends. */
  public interface Ending {
    void close() throws SQLException;
  }

  public BranchRun(Dialect dialect, Connection connection, Schema folded, Ending closing) {
    this.dialect = dialect;
    this.connection = connection;
    this.folded = folded;
    this.closing = closing;
  }

  public Schema folded() {
    return folded;
  }

  /** Carries operations out; returns whether that was possible. */
  public boolean up(List<Operation> operations) {
    try {
      List<Statement> statements = new ArrayList<>();
      Schema after = folded;
      for (Operation operation : operations) {
        for (Operation part : operation.on(dialect.names())) {
          statements.addAll(dialect.renderer().render(part, new RenderContext(after)));
          after = part.applyTo(after);
        }
      }
      statements.addAll(dialect.renderer().closing(statements));
      execute(statements);
      folded = after;
      return true;
    } catch (MigrateException | SQLException refused) {
      return false;
    }
  }

  /** As one transaction, where the database has any that changes of the schema belong to. */
  private void execute(List<Statement> statements) throws SQLException {
    boolean isOpen = !connection.getAutoCommit();
    try (SessionDuring session = new SessionDuring(statements, dialect.renderer(), connection)) {
      if (isOpen || !dialect.capabilities().transactionalDdl()) {
        for (Statement statement : statements) {
          session.execute(statement);
        }
        return;
      }
      connection.setAutoCommit(false);
      try {
        for (Statement statement : statements) {
          session.execute(statement);
        }
        connection.commit();
      } catch (SQLException failure) {
        connection.rollback();
        throw failure;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Undoes operations as a downgrade does that leaves the rest. */
  public boolean down(List<Operation> operations, Schema rest) {
    List<Operation> down = new ArrayList<>();
    for (Inverse inverse : Inverse.ofAll(operations, rest)) {
      down.addAll(inverse.operations());
    }
    return up(down) && folded.equals(rest);
  }

  /** Whether a downgrade would undo them, also where there are rows. */
  public static boolean isUndoable(List<Operation> operations, Schema before) {
    return Inverse.ofAll(operations, before).stream()
        .allMatch(inverse -> inverse.obstacle().isEmpty() && inverse.onlyIfEmpty().isEmpty());
  }

  /** Looks at the database. */
  public Sight look() throws SQLException {
    Schema schema = dialect.inspector().inspect(connection, new HashSet<>(folded.namespaces()));
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : schema.tables()) {
      List<String> columns =
          table.columns().stream().map(Column::name).filter(BranchRun::isSteady).sorted().toList();
      rows.put(table.name().toString(), rows(table.name(), columns));
    }
    return new Sight(dialect.canonical(schema), rows);
  }

  /** What the clock fills differs from one database to the next. */
  private static boolean isSteady(String column) {
    return !column.equals("since");
  }

  private List<String> rows(QualifiedName table, List<String> columns) throws SQLException {
    List<String> quoted = columns.stream().map(name -> dialect.renderer().name(name)).toList();
    String sql = "SELECT " + String.join(",", quoted) + " FROM " + dialect.renderer().name(table);
    List<String> rows = new ArrayList<>();
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }

  @Override
  public void close() throws SQLException {
    closing.close();
  }
}
