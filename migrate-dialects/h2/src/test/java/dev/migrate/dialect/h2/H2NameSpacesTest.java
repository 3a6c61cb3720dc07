package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.NameSpacesContract;
import javax.sql.DataSource;

class H2NameSpacesTest implements NameSpacesContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.of("jdbc:h2:mem:", "sa", "");
  }
}
