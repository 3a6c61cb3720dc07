package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.IdentityContract;
import dev.migrate.testkit.dialect.contract.RowsContract;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class H2RowsTest {

  /** Texts of new columns do not tell upper case from lower case. */
  @Nested
  class IgnoringTheCase implements IdentityContract, RowsContract {

    @Override
    public DataSource emptyDatabase() {
      String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;IGNORECASE=TRUE";
      return Databases.of(url, "sa", "");
    }
  }

  /** Bare names are kept as they are written. */
  @Nested
  class InLowerCase implements IdentityContract, RowsContract {

    @Override
    public DataSource emptyDatabase() {
      String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
      return Databases.of(url, "sa", "");
    }
  }
}
