package dev.migrate.testkit.dialect.database;

import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A session that is set as statements need it, until it is closed. Not thread-safe. */
public final class SessionDuring implements AutoCloseable {

  private final Connection connection;
  private final Deque<String> restoring = new ArrayDeque<>();

  public SessionDuring(List<Statement> statements, Renderer renderer, Connection connection)
      throws SQLException {
    this.connection = connection;
    for (SessionSetting setting : renderer.settings(statements)) {
      try (java.sql.Statement jdbc = connection.createStatement();
          ResultSet value = jdbc.executeQuery(setting.read())) {
        restoring.push(
            setting.restore().apply(value.next() ? value.getString(1) : setting.usual()));
        jdbc.execute(setting.during());
      }
    }
  }

  /** Executes a statement; a check fails if it finds a row. */
  public void execute(Statement statement) throws SQLException {
    try (java.sql.Statement jdbc = connection.createStatement()) {
      jdbc.setEscapeProcessing(false);
      boolean hasRows = jdbc.execute(statement.sql());
      if (statement.kind() == Statement.Kind.CHECK && hasRows && jdbc.getResultSet().next()) {
        throw new SQLException("the check found a row");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (String sql : restoring) {
      try (java.sql.Statement jdbc = connection.createStatement()) {
        jdbc.execute(sql);
      }
    }
  }
}
