package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.contract.DialectContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class SqliteDialectTest implements DialectContract {

  @Override
  public Dialect dialect() {
    return new SqliteDialectProvider().dialect(DialectName.SQLITE);
  }

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.sharedMemory();
  }

  @Override
  public int randomSequences() {
    return Integer.getInteger("migrate.test.sequences", 300);
  }

  /** As most applications have it. */
  @Nested
  class InAFileWithForeignKeys implements DialectContract {

    @Override
    public Dialect dialect() {
      return SqliteDialectTest.this.dialect();
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
      return SqliteDialectTest.this.dialect();
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
