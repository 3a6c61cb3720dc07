package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.Waits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** How sessions of PostgreSQL wait. */
final class PostgresqlWaits implements Waits {

  @Override
  public String limits() {
    return "SELECT setting || ' ' || source FROM pg_settings WHERE name = 'lock_timeout'";
  }

  @Override
  public Optional<String> shorter() {
    return Optional.of("SET lock_timeout = '211ms'");
  }

  @Override
  public Optional<String> session() {
    return Optional.of("SELECT 'process ' || pg_backend_pid() || ' of the user postgres'");
  }

  @Override
  public boolean namesForAll() {
    return true;
  }

  @Override
  public Optional<DataSource> withoutRights(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'limited') THEN
              CREATE ROLE limited LOGIN;
            END IF;
            GRANT ALL ON SCHEMA public TO limited;
          END $$
          """);
      String url = database.unwrap(UrlDataSource.class).url();
      return Optional.of(
          Databases.of(url.replaceFirst("user=[^&]*", "user=limited"), "limited", ""));
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
