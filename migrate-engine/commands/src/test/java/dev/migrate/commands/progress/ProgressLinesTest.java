package dev.migrate.commands.progress;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private static final String URL = "jdbc:h2:mem:progress-lines;DB_CLOSE_DELAY=-1;USER=sa";

  private static final Revision TABLE =
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("t", column("id", integer())));

  private static final Revision COLUMN =
      Revision.of(Lineage.of("r2").after("r1"), op -> op.addColumn("t", column("c", integer())));

  @Test
  void aStatementThatWaitsForAnotherSessionHasALine() throws SQLException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ProgressLines lines = new ProgressLines(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (Connection own = DriverManager.getConnection(URL);
        Connection other = DriverManager.getConnection(URL);
        Statement insert = other.createStatement()) {
      Migrator.on(own).revisions(TABLE).build().upgrade();
      other.setAutoCommit(false);
      insert.execute("INSERT INTO t VALUES (1)");
      Migrator.on(own)
          .revisions(TABLE, COLUMN)
          .statementLockTimeout(Duration.ofMillis(100))
          .listener(lines)
          .listener(
              event -> {
                if (event instanceof StatementDelayed) {
                  rollBack(other);
                }
              })
          .build()
          .upgrade();
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .element(1)
        .asString()
        .matches("  statement 1 of 1 waits for other sessions \\(session \\d+ .*\\); next .* ms");
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
