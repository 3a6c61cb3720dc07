package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.Waits;
import java.util.Optional;

/** How connections to SQLite wait: for the file. Who has it is not known. */
final class SqliteWaits implements Waits {

  @Override
  public boolean isOnTheDatabase() {
    return true;
  }

  @Override
  public String limits() {
    return "PRAGMA busy_timeout";
  }

  @Override
  public Optional<String> shorter() {
    return Optional.of("PRAGMA busy_timeout = 211");
  }

  @Override
  public int reads() {
    return 1;
  }

  @Override
  public Optional<String> session() {
    return Optional.empty();
  }
}
