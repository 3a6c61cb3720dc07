package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.ZoneContract;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;

class H2ZoneTest implements ZoneContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  @Override
  public DataSource emptyDatabase(TimeZone zone) {
    String name = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;TIME ZONE=";
    return Databases.of(name + zone.getID(), "sa", "");
  }

  @Override
  public String inUtc(String column, boolean hasZone) {
    return "SELECT CAST(" + column + (hasZone ? " AT TIME ZONE 'UTC'" : "") + " AS VARCHAR) FROM e";
  }
}
