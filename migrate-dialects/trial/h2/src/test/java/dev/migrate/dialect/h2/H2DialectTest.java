package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.DialectContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** Settings of a database by which it stores bare names in another case. */
class H2DialectTest {

  /** Bare names are stored in lower case, as are those of H2's own catalogue. */
  @Nested
  class InLowerCase implements DialectContract {

    @Override
    public Dialect dialect() {
      return new H2Dialect("H2 2.5");
    }

    @Override
    public DataSource emptyDatabase() {
      return UrlDataSource.h2(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    }

    @Override
    public int randomSequences() {
      return 30;
    }
  }

  /** Bare names are stored as they are written. */
  @Nested
  class InAnyCase implements DialectContract {

    @Override
    public Dialect dialect() {
      return new H2Dialect("H2 2.5");
    }

    @Override
    public DataSource emptyDatabase() {
      return UrlDataSource.h2(";DATABASE_TO_UPPER=FALSE");
    }

    @Override
    public int randomSequences() {
      return 30;
    }
  }
}
