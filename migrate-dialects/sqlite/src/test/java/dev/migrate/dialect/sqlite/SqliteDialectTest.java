package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.DialectContract;
import javax.sql.DataSource;

class SqliteDialectTest implements DialectContract {

  @Override
  public Dialect dialect() {
    return new SqliteDialectProvider().dialect(DialectName.SQLITE);
  }

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}
