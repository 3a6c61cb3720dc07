package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.DialectContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** Settings of a database beside the usual ones. */
class SqliteDialectTest {

  /** As most applications have it. */
  @Nested
  class InAFileWithForeignKeys implements DialectContract {

    @Override
    public Dialect dialect() {
      return SqliteDatabases.DIALECT;
    }

    @Override
    public DataSource emptyDatabase() {
      return SqliteDatabases.file("&foreign_keys=true");
    }

    @Override
    public int randomSequences() {
      return 30;
    }
  }

  /** Readers do not wait for who writes. */
  @Nested
  class InWalMode implements DialectContract {

    @Override
    public Dialect dialect() {
      return SqliteDatabases.DIALECT;
    }

    @Override
    public DataSource emptyDatabase() {
      return SqliteDatabases.wal();
    }

    @Override
    public int randomSequences() {
      return 10;
    }
  }
}
