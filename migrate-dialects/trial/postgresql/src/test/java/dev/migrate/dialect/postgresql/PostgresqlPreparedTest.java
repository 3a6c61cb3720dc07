package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.BlockingSession;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prepared transactions hold locks without a session: they are named, with what ends them. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlPreparedTest implements DatabaseContract {

  private static final Revision TABLES =
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createTable("a", column("n", integer()));
            op.createTable("b", column("n", integer()));
          });

  private static final Revision CHANGE =
      Revision.of(Lineage.of("r2").after("r1"), op -> op.addColumn("a", column("m", integer())));

  private static final Revision CONCURRENT =
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> op.createIndexConcurrently("a", index("n").named("ix_a_n")));

  private final DataSource database = emptyDatabase();

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  /** They would keep the database from being emptied. */
  @AfterEach
  void endAll() {
    for (String gid :
        rows(
            database,
            "SELECT quote_literal(gid) FROM pg_prepared_xacts WHERE database ="
                + " current_database()")) {
      execute(database, "ROLLBACK PREPARED " + gid);
    }
  }

  private void prepare(String gid, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.execute(sql);
      statement.execute("PREPARE TRANSACTION " + PostgresqlHolders.quoted(gid));
    }
  }

  private static MigratorBuilder hasty(DataSource database, Revision change) {
    return Migrator.on(database)
        .revisions(TABLES, change)
        .statementLockTimeout(Duration.ofMillis(200))
        .statementLockLimit(Duration.ofSeconds(5));
  }

  private static Migrator impatient(DataSource database) {
    return Migrator.on(database)
        .revisions(TABLES, CHANGE)
        .statementLockTimeout(Duration.ofMillis(200))
        .statementLockLimit(Duration.ofMillis(200))
        .build();
  }

  /** What a message advises is executed as it is, and nothing else. */
  private List<BlockingSession> endedDuring(MigratorBuilder migrator) {
    List<BlockingSession> found = new ArrayList<>();
    migrator
        .listener(
            event -> {
              if (event instanceof StatementDelayed delayed) {
                found.addAll(delayed.sessions());
                delayed.sessions().stream()
                    .map(BlockingSession::remedy)
                    .flatMap(Optional::stream)
                    .forEach(remedy -> execute(database, remedy));
              }
            })
        .build()
        .upgrade();
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "it's",
        "two\nlines",
        "back\\slash\\'",
        "E'x'; DROP TABLE a; --",
        "ünï\u202ecode \"q\" $$"
      })
  void theAdviceEndsAPreparedTransactionWhateverItsName(String gid) throws SQLException {
    migrator(database, TABLES).upgrade();
    prepare(gid, "INSERT INTO a VALUES (1)");

    List<BlockingSession> found = endedDuring(hasty(database, CHANGE));

    assertThat(found)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.description())
                  .startsWith("prepared transaction " + PostgresqlHolders.quoted(gid))
                  .contains(" of the user postgres, prepared 2")
                  .doesNotContain("\n")
                  .doesNotContain("\u202e");
              assertThat(it.remedy())
                  .hasValue("ROLLBACK PREPARED " + PostgresqlHolders.quoted(gid));
            });
    assertThat(rows(database, "SELECT count(*), count(m) FROM a")).containsExactly("0 0");
  }

  @Test
  void onlyOnesWithALockOnTheTableAreNamed() throws SQLException {
    migrator(database, TABLES).upgrade();
    prepare("other", "INSERT INTO b VALUES (1)");
    prepare("own", "INSERT INTO a VALUES (1)");

    assertThat(endedDuring(hasty(database, CHANGE)))
        .extracting(BlockingSession::remedy)
        .containsExactly(Optional.of("ROLLBACK PREPARED 'own'"));

    execute(database, "ROLLBACK PREPARED 'other'");
  }

  @Test
  void anIndexThatIsBuiltConcurrentlyWaitsForThemToo() throws SQLException {
    migrator(database, TABLES).upgrade();
    prepare("slow", "INSERT INTO a VALUES (1)");

    assertThat(endedDuring(hasty(database, CONCURRENT)))
        .extracting(BlockingSession::remedy)
        .contains(Optional.of("ROLLBACK PREPARED 'slow'"));
  }

  @Test
  void theFailureSaysHowToEndIt() throws SQLException {
    migrator(database, TABLES).upgrade();
    prepare("left", "INSERT INTO a VALUES (1)");
    Migrator impatient = impatient(database);

    assertThatThrownBy(impatient::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("prepared transaction 'left' of the user postgres")
        .hasMessageContaining("end them (ROLLBACK PREPARED 'left')");

    execute(database, "COMMIT PREPARED 'left'");
    impatient.upgrade();
    assertThat(rows(database, "SELECT n FROM a")).containsExactly("1");
  }

  @Test
  void whatTheUserMayNotSeeIsSaid() throws SQLException {
    DataSource limited = new PostgresqlWaits().withoutRights(database).orElseThrow();
    Migrator impatient = impatient(limited);
    impatient.upgrade("r1");
    try (Connection holder = database.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT * FROM a");
      assertThatThrownBy(impatient::upgrade)
          .hasMessageContaining("what others execute, for lack of the role pg_read_all_stats");
      holder.rollback();
    }
    try (Connection holder = limited.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT * FROM a");
      assertThatThrownBy(impatient::upgrade).hasMessageNotContaining("not shown");
      holder.rollback();
    }
  }
}
