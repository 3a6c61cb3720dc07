package dev.migrate.dialect.h2;

import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.ZoneContract;
import java.util.TimeZone;
import javax.sql.DataSource;

class H2ZoneTest implements ZoneContract {

  @Override
  public DataSource emptyDatabase() {
    return UrlDataSource.h2();
  }

  @Override
  public DataSource emptyDatabase(TimeZone zone) {
    return UrlDataSource.h2(";TIME ZONE=" + zone.getID());
  }

  @Override
  public String inUtc(String column, boolean hasZone) {
    return "SELECT CAST(" + column + (hasZone ? " AT TIME ZONE 'UTC'" : "") + " AS VARCHAR) FROM e";
  }
}
