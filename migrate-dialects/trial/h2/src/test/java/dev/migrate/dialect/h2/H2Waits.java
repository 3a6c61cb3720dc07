package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.Waits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** How sessions of H2 wait. A transaction that only read is in nobody's way. */
final class H2Waits implements Waits {

  @Override
  public boolean isHidden(SQLException failure) {
    return H2Dialect.isTableMissing(failure);
  }

  @Override
  public String holding() {
    return "INSERT INTO t (id) VALUES (99)";
  }

  @Override
  public boolean undoesChanges() {
    return false;
  }

  @Override
  public String limits() {
    return "SELECT LOCK_TIMEOUT()";
  }

  @Override
  public Optional<String> shorter() {
    return Optional.of("SET LOCK_TIMEOUT 211");
  }

  @Override
  public int reads() {
    return 1;
  }

  @Override
  public Optional<String> session() {
    return Optional.of("SELECT 'session ' || SESSION_ID()");
  }

  /** Without admin rights. */
  @Override
  public Optional<DataSource> withoutRights(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER IF NOT EXISTS limited PASSWORD 'limited'");
      statement.execute("GRANT ALTER ANY SCHEMA TO limited");
      String url = database.unwrap(UrlDataSource.class).url();
      return Optional.of(Databases.of(url.replace(";DB_CLOSE_DELAY=-1", ""), "limited", "limited"));
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
