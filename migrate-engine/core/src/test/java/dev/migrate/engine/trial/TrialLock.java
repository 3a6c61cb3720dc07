package dev.migrate.engine.trial;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A row that names the session which holds the lock; a session that is gone holds nothing. */
record TrialLock() implements MigrationLock {

  private static final QualifiedName TABLE = QualifiedName.of("trial_lock");

  private static final String CREATE =
      "CREATE TABLE IF NOT EXISTS trial_lock (holder VARCHAR(100)) AS SELECT ''";

  private static final String SESSION = "SESSION_ID || '/' || SESSION_START";

  private static final String OWN =
      "(SELECT " + SESSION + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID())";

  private static final String ALL = "(SELECT " + SESSION + " FROM INFORMATION_SCHEMA.SESSIONS)";

  @Override
  public boolean tryAcquire(Connection connection) throws SQLException {
    update(connection, CREATE);
    String take = "UPDATE trial_lock SET holder = " + OWN + " WHERE holder NOT IN " + ALL;
    return update(connection, take) == 1;
  }

  @Override
  public boolean release(Connection connection) throws SQLException {
    return update(connection, "UPDATE trial_lock SET holder = '' WHERE holder = " + OWN) == 1;
  }

  @Override
  public String session(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet own = statement.executeQuery("SELECT " + OWN)) {
      own.next();
      return own.getString(1);
    }
  }

  @Override
  public Set<QualifiedName> tables() {
    return Set.of(TABLE);
  }

  private static int update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
