package dev.migrate.guide;

import dev.migrate.Revision;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What the examples of the guide share. */
final class Guide {

  private Guide() {}

  // snippet: list
  static List<Revision> revisions() {
    return List.of(new CreateAccounts(), new AddAccountEmail(), new WidenLogin());
  }

  // end

  /** An H2 in memory that lives as long as the test run. */
  static DataSource database(String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    return source;
  }
}
