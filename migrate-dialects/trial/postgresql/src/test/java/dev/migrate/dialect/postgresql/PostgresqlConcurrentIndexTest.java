package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cleaning up after an index that was built concurrently touches nothing but its own remains. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlConcurrentIndexTest implements DatabaseContract {

  private static final String INDEXES =
      "SELECT tablename, indexname FROM pg_indexes WHERE schemaname = 'public'"
          + " AND tablename <> 'migrate_history' ORDER BY 1, 2";

  private final DataSource database = emptyDatabase();

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  private static final Revision TABLES =
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createTable("other", column("c", integer()));
            op.createTable("a", column("n", integer()));
          });

  private static final Revision INDEX =
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> op.createIndexConcurrently("a", index("n").unique().named("ix")));

  @Test
  void aValidIndexOfThatNameIsAnErrorEachTime() {
    Migrator migrator = migrator(database, TABLES, INDEX);
    migrator(database, TABLES).upgrade();
    execute(database, "CREATE UNIQUE INDEX ix ON other (c)");
    for (int call = 0; call < 3; call++) {
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("\"ix\" already exists");
      assertThat(rows(database, INDEXES)).containsExactly("other ix");
    }
    execute(database, "DROP INDEX ix");
    migrator.upgrade();
    assertThat(rows(database, INDEXES)).containsExactly("a ix");
  }

  @Test
  void anIndexThatWaitedForAnotherSessionIsBuiltAgain() throws SQLException {
    migrator(database, TABLES).upgrade();
    List<String> remains = new ArrayList<>();
    List<String> blocking = new ArrayList<>();
    try (Connection holder = database.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("INSERT INTO a VALUES (1)");
      Migrator.on(database)
          .revisions(TABLES, INDEX)
          .statementLockTimeout(Duration.ofMillis(300))
          .listener(
              event -> {
                if (event instanceof MigrationEvent.StatementDelayed delayed) {
                  remains.addAll(
                      rows(
                          database,
                          "SELECT indisvalid FROM pg_index WHERE indexrelid"
                              + " = 'ix'::regclass"));
                  delayed.sessions().forEach(session -> blocking.add(session.description()));
                  end(statement);
                }
              })
          .build()
          .upgrade();
    }
    assertThat(remains).containsExactly("false");
    assertThat(blocking).singleElement().asString().contains("INSERT INTO a VALUES (1)");
    assertThat(rows(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
        .containsExactly("true");
  }

  private static void end(Statement statement) {
    try {
      statement.execute("COMMIT");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void anIndexThatIsNotValidIsBuiltAgain() {
    migrator(database, TABLES).upgrade();
    execute(database, "INSERT INTO a VALUES (1), (1)");
    Migrator migrator = migrator(database, TABLES, INDEX);
    for (int call = 0; call < 2; call++) {
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("SQLState 23505");
    }
    execute(database, "DELETE FROM a");
    migrator.upgrade();
    assertThat(rows(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
        .containsExactly("true");
  }
}
