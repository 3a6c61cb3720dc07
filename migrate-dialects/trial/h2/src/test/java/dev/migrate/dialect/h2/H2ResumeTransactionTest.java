package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.LockException;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Death;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Revisions that are one transaction with their history. */
class H2ResumeTransactionTest {

  private static final Revision TABLE =
      Revision.of(
          Lineage.of("table").root(),
          op -> op.createTable("t", column("n", integer()), primaryKey("n")));

  private static final Revision ROWS =
      Revision.of(
          Lineage.of("rows").after("table"),
          op -> {
            op.insert("t", columns("n"), row(1));
            op.run(
                code("two", context -> insert(context.connection(), 2))
                    .writes("t")
                    .undoneBy(context -> delete(context.connection(), 2)));
            op.insert("t", columns("n"), row(3));
          });

  private static final Revision EMPTY = Revision.join(Lineage.of("empty").after("rows"));

  private static final Revision ONE =
      Revision.of(Lineage.of("one").after("empty"), op -> op.insert("t", columns("n"), row(4)));

  private final FailingDataSource database = new FailingDataSource(Databases.h2());

  private static void insert(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO t VALUES (" + number + ")");
    }
  }

  private static void delete(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM t WHERE n = " + number);
    }
  }

  private static Migrator migrator(DataSource database, Revision... revisions) {
    return Migrator.on(database)
        .revisions(List.of(revisions))
        .dialect(new TransactionalH2())
        .build();
  }

  private static Migrator all(DataSource database) {
    return migrator(database, TABLE, ROWS, EMPTY, ONE);
  }

  private static List<Integer> rows(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT n FROM t ORDER BY n")) {
      List<Integer> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getInt(1));
      }
      return rows;
    }
  }

  private static List<String> applied(Migrator migrator) {
    return migrator.history().stream()
        .filter(RevisionInfo::isApplied)
        .map(info -> info.id().value())
        .toList();
  }

  @Test
  void aRevisionOfOneStatementCostsTwo() {
    CountingDataSource counting = new CountingDataSource(Databases.h2());
    migrator(counting, TABLE).upgrade();
    counting.reset();
    migrator(counting, TABLE, ROWS).upgrade();
    int three = counting.statements();
    counting.reset();
    migrator(counting, TABLE, ROWS, EMPTY, ONE).upgrade();
    // The statements, the row, the watch on the code, the session before and after, the schema.
    int rows = 3 + 1 + 3 + 2 + 1;
    assertThat(counting.statements())
        .as("an empty one and one of one")
        .isEqualTo(three - rows + 1 + 2);
    assertThat(counting.commits()).isEqualTo(2);
  }

  @Test
  void aFailureLeavesNothingOfItsRevision() throws SQLException {
    migrator(database, TABLE).upgrade();
    insert(database.getConnection(), 3);
    StatementException failure =
        catchThrowableOfType(StatementException.class, () -> all(database).upgrade());
    assertThat(failure)
        .hasMessageStartingWith("revision rows failed at statement 3 of 3\n  statement  INSERT")
        .hasMessageEndingWith(
            "\n  left       nothing of this revision: it was rolled back; it is still pending"
                + "\n  next       remove the cause and call upgrade() again");
    assertThat(rows(database)).containsExactly(3);
    assertThat(applied(all(database))).containsExactly("table");
    delete(database.getConnection(), 3);
    all(database).upgrade();
    assertThat(rows(database)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aCommitThatFailsIsThereAsAWholeOrNotAtAll() throws SQLException {
    for (Moment moment : Moment.values()) {
      FailingDataSource database = new FailingDataSource(Databases.h2());
      migrator(database, TABLE).upgrade();
      database.dieAt(eventOfCommit(), moment, Death.CONNECTION);
      assertThatThrownBy(() -> migrator(database, TABLE, ROWS).upgrade())
          .isInstanceOf(StatementException.class)
          .hasMessageStartingWith("revision rows could not be committed")
          .hasMessageContaining("committed as a whole, or not at all; the history knows");
      database.calm();
      boolean committed = moment == Moment.AFTER;
      assertThat(rows(database)).hasSize(committed ? 3 : 0);
      assertThat(applied(all(database))).hasSize(committed ? 2 : 1);
    }
  }

  private static int eventOfCommit() {
    FailingDataSource other = new FailingDataSource(Databases.h2());
    migrator(other, TABLE).upgrade();
    other.calm();
    migrator(other, TABLE, ROWS).upgrade();
    return other.events().indexOf("commit") + 1;
  }

  @Test
  void killedAnywhereARevisionIsThereAsAWholeOrNotAtAll() throws SQLException {
    Optional<Error> killed;
    int event = 0;
    do {
      event++;
      killed = killedUpAndDown(event, event % 2 == 0 ? Moment.BEFORE : Moment.AFTER);
    } while (killed.isPresent());
    assertThat(event).isGreaterThan(20);
  }

  private static Optional<Error> killedUpAndDown(int event, Moment moment) throws SQLException {
    FailingDataSource database = new FailingDataSource(Databases.h2());
    migrator(database, TABLE).upgrade();
    database.dieAt(event, moment, Death.PROCESS);
    Optional<Error> killed = Optional.empty();
    try {
      all(database).upgrade();
      all(database).downgrade("table");
    } catch (Error death) {
      killed = Optional.of(death);
    }
    database.calm();
    List<Integer> rows = rows(database);
    List<String> applied = applied(all(database));
    assertThat(rows)
        .hasSize((applied.contains("rows") ? 3 : 0) + (applied.contains("one") ? 1 : 0));
    all(database).upgrade();
    assertThat(rows(database)).containsExactly(1, 2, 3, 4);
    return killed;
  }

  @Test
  void aRevisionThatSomebodyElseRecordedIsRolledBack() throws SQLException {
    migrator(database, TABLE).upgrade();
    Migrator robbed =
        Migrator.on(database)
            .revisions(TABLE, rowsWith("DELETE FROM migrate_history WHERE id = 'rows'"))
            .dialect(new TransactionalH2())
            .build();
    assertThatThrownBy(robbed::upgrade)
        .isInstanceOf(LockException.class)
        .hasMessageStartingWith("the history row of revision rows was changed by somebody else");
    assertThat(rows(database)).isEmpty();
  }

  private static Revision rowsWith(String sql) {
    return Revision.of(
        Lineage.of("rows").after("table"),
        op -> {
          op.insert("t", columns("n"), row(1));
          op.run(
              code(
                      "somebody else",
                      context -> {
                        try (Statement statement = context.connection().createStatement()) {
                          statement.executeUpdate(sql);
                        }
                      })
                  .writes("t")
                  .needsNoUndo());
        });
  }
}
