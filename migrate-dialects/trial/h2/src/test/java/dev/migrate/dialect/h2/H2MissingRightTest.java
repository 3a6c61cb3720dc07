package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who may not see the sessions in the way is told which right shows them. */
class H2MissingRightTest {

  private static final Revision TABLE =
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("t", column("n", integer())));

  private static final Revision CHANGE =
      Revision.of(Lineage.of("r2").after("r1"), op -> op.addColumn("t", column("m", integer())));

  private final DataSource database = Databases.h2();

  private static Migrator impatient(DataSource database) {
    return Migrator.on(database)
        .revisions(TABLE, CHANGE)
        .statementLockTimeout(Duration.ofMillis(200))
        .statementLockLimit(Duration.ofMillis(200))
        .build();
  }

  @Test
  void onlyAdminsSeeTheSessionsOfOthers() throws SQLException {
    DataSource limited = new H2Waits().withoutRights(database).orElseThrow();
    impatient(limited).upgrade("r1");
    try (Connection holder = database.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT * FROM t FOR UPDATE");
      statement.execute("INSERT INTO t VALUES (1)");
      assertThatThrownBy(impatient(limited)::upgrade)
          .hasMessageContaining("in the way  not known\n")
          .hasMessageContaining("not shown  all other sessions, for lack of admin rights");
      assertThatThrownBy(impatient(database)::upgrade)
          .hasMessageContaining("in the way  session ")
          .hasMessageNotContaining("not shown");
      holder.rollback();
    }
  }
}
