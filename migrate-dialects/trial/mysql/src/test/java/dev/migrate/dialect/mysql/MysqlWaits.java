package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.Waits;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How sessions of MySQL and MariaDB wait: for whole seconds.
 *
 * @param server the server of the tests
 */
record MysqlWaits(TestServer server) implements Waits {

  @Override
  public Duration shortest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public String limits() {
    return "SELECT CONCAT(@@SESSION.lock_wait_timeout, ' ', @@SESSION.innodb_lock_wait_timeout)";
  }

  /** There is nothing between this and not to wait at all. */
  @Override
  public Optional<String> shorter() {
    return Optional.of("SET SESSION lock_wait_timeout = 1, SESSION innodb_lock_wait_timeout = 1");
  }

  @Override
  public Optional<String> session() {
    return Optional.of("SELECT CONCAT('session ', CONNECTION_ID(), ' of the user ')");
  }

  @Override
  public DataSource withRights(DataSource database) {
    return server.seeingAll(database);
  }

  /** Everybody sees the sessions of the same user. */
  @Override
  public boolean namesForAll() {
    return true;
  }

  /** Without the right PROCESS. */
  @Override
  public Optional<DataSource> withoutRights(DataSource database) {
    return Optional.of(database);
  }
}
