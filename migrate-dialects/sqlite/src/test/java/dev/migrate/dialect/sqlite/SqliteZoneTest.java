package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.ZoneContract;
import javax.sql.DataSource;

class SqliteZoneTest implements ZoneContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  @Override
  public String inUtc(String column, boolean hasZone) {
    return "SELECT " + column + " FROM e";
  }
}
