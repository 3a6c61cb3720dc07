package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import dev.migrate.schema.Literal;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What statements can ask of the transaction and the session around them, on H2 as if its changes
 * of the schema were transactional.
 */
class H2TransactionNeedsTest {

  private static final Revision TABLE =
      Revision.of(
          Lineage.of("table").root(),
          op -> op.createTable("t", column("n", integer()), primaryKey("n")));

  private final FailingDataSource database = new FailingDataSource(Databases.h2());

  /** H2's renderer, whose statements are changed. */
  private record Altered(Renderer h2, UnaryOperator<List<Statement>> change, boolean setting)
      implements Renderer {

    @Override
    public List<Statement> render(Operation operation, RenderContext context) {
      return change.apply(h2.render(operation, context));
    }

    @Override
    public int together(List<Operation> operations, RenderContext context) {
      return operations.stream().allMatch(InsertRows.class::isInstance) ? operations.size() : 1;
    }

    @Override
    public List<Statement> render(List<Operation> operations, RenderContext context) {
      List<Statement> statements = new ArrayList<>();
      operations.forEach(each -> statements.addAll(h2.render(each, context)));
      return change.apply(statements);
    }

    @Override
    public List<SessionSetting> settings(List<Statement> statements) {
      return setting
          ? List.of(
              new SessionSetting(
                  "SELECT LOCK_TIMEOUT()",
                  "SET LOCK_TIMEOUT 4711",
                  value -> "SET LOCK_TIMEOUT " + value,
                  "2000"))
          : List.of();
    }

    @Override
    public String literal(Literal literal) {
      return h2.literal(literal);
    }

    @Override
    public String name(String name) {
      return h2.name(name);
    }
  }

  private Migrator migrator(
      UnaryOperator<List<Statement>> change, boolean setting, Consumer<Operations> body) {
    Dialect h2 = new TransactionalH2();
    return Migrator.on(database)
        .revisions(TABLE, Revision.of(Lineage.of("second").after("table"), body))
        .dialect(new TransactionalH2(h2, new Altered(h2.renderer(), change, setting)))
        .build();
  }

  private static UnaryOperator<List<Statement>> each(UnaryOperator<Statement> change) {
    return statements -> statements.stream().map(change).toList();
  }

  private static boolean isInsert(Statement statement) {
    return statement.sql().startsWith("INSERT INTO t ");
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static void oneAndTwo(Operations op) {
    op.insert("t", columns("n"), row(1));
    op.insert("t", columns("n"), row(2));
  }

  @Test
  void aStatementOutsideOfATransactionMakesTheRevisionRunStatementByStatement() {
    Migrator migrator =
        migrator(
            each(each -> isInsert(each) ? each.outsideTransaction() : each),
            false,
            H2TransactionNeedsTest::oneAndTwo);
    Script script = migrator.upgradeScript();
    assertThat(script.steps())
        .extracting(ScriptStep::inOneTransaction)
        .containsExactly(true, false);
    assertThat(script.steps().get(1).toString()).doesNotContain("BEGIN");
    migrator.upgrade();
    assertThat(database.events())
        .as("a note before each statement, and one that it is done")
        .filteredOn(event -> event.startsWith("UPDATE public.migrate_history SET"))
        .hasSize(2);
  }

  @Test
  void rawSqlSaysThatItRunsOutsideOfATransaction() throws SQLException {
    Migrator migrator =
        migrator(
            UnaryOperator.identity(),
            false,
            op -> {
              op.execute(sql("ANALYZE").needsNoUndo().outsideTransaction());
              op.insert("t", columns("n"), row(1));
            });
    assertThat(migrator.upgradeScript().steps().get(0).inOneTransaction()).isTrue();
    assertThat(migrator.upgradeScript().steps().get(1).inOneTransaction()).isFalse();
    migrator.upgrade();
    assertThat(rows("SELECT n FROM t")).containsExactly("1");
  }

  @Test
  void whatIsSafeOnlyInATransactionAndWhatIsRefusedInOneCannotBeOneRevision() throws SQLException {
    Migrator migrator =
        migrator(
            each(each -> isInsert(each) ? each.insideTransaction() : each),
            false,
            op -> {
              op.execute(sql("ANALYZE").needsNoUndo().outsideTransaction());
              op.insert("t", columns("n"), row(1));
            });
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(PlanException.class)
        .hasMessage(
            """
            revision second cannot run as one
              outside    ANALYZE
              inside     INSERT INTO t (n) VALUES
                           (1)
              because    the first runs outside of a transaction, the second inside
              left       nothing ran
              next       make a revision of its own of what runs outside of a transaction\
            """);
    assertThat(rows("SELECT table_name FROM information_schema.tables WHERE table_name = 'T'"))
        .isEmpty();
  }

  @Test
  void operationsAreCarriedOutTogether() {
    Migrator migrator =
        migrator(
            statements -> statements.size() == 2 ? statements.subList(1, 2) : statements,
            false,
            H2TransactionNeedsTest::oneAndTwo);
    assertThat(migrator.upgradeScript().steps().get(1).statements())
        .extracting(Statement::sql)
        .containsExactly("INSERT INTO t (n) VALUES\n  (2)");
  }

  @Test
  void aCheckThatFindsARowRollsTheRevisionBack() throws SQLException {
    Migrator migrator = checked("SELECT n AS number, 'x' AS why FROM t WHERE n > 1");
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageStartingWith("revision second failed at statement 2 of 4")
        .hasMessageContaining("found      NUMBER 2, WHY x")
        .hasMessageContaining("nothing of this revision: it was rolled back");
    assertThat(rows("SELECT n FROM t")).isEmpty();
    assertThat(migrator.upgradeScript().toString())
        .contains("BEGIN;\n", "EXISTS (SELECT n AS", "THEN 'a check found a row'", "COMMIT;");
  }

  @Test
  void aCheckThatFindsNothingLetsTheRevisionPass() throws SQLException {
    checked("SELECT n FROM t WHERE n > 9").upgrade();
    assertThat(rows("SELECT n FROM t")).containsExactly("2", "3");
  }

  private Migrator checked(String query) {
    UnaryOperator<List<Statement>> change =
        statements -> {
          List<Statement> more = new ArrayList<>(statements);
          if (statements.get(0).sql().contains("(2)")) {
            more.add(1, Statement.check(query, statements.get(0).part()));
          }
          return more;
        };
    return migrator(
        change,
        false,
        op -> {
          op.insert("t", columns("n"), row(2));
          op.delete("t", columns("n"), row(7));
          op.insert("t", columns("n"), row(3));
        });
  }

  @Test
  void settingsHoldForTheRevisionAndAreAsTheyWereAfterwards() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 123");
      Dialect h2 = new TransactionalH2();
      Migrator migrator =
          Migrator.on(connection)
              .revisions(TABLE, withRows(op -> op.insert("t", columns("n"), row(1))))
              .dialect(
                  new TransactionalH2(
                      h2, new Altered(h2.renderer(), UnaryOperator.identity(), true)))
              .build();
      assertThat(migrator.upgradeScript().toString())
          .containsSubsequence("SET LOCK_TIMEOUT 4711;", "COMMIT;", "SET LOCK_TIMEOUT 2000;");
      migrator.upgrade();
      assertThat(lockTimeout(connection)).isEqualTo(123);
    }
  }

  @Test
  void settingsAreAsTheyWereAfterAFailureToo() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 123");
      Dialect h2 = new TransactionalH2();
      Migrator migrator =
          Migrator.on(connection)
              .revisions(TABLE, withRows(H2TransactionNeedsTest::insertTwice))
              .dialect(
                  new TransactionalH2(
                      h2, new Altered(h2.renderer(), UnaryOperator.identity(), true)))
              .build();
      assertThatThrownBy(migrator::upgrade).isInstanceOf(StatementException.class);
      assertThat(lockTimeout(connection)).isEqualTo(123);
    }
  }

  /** Only the database sees that the two are the same row. */
  private static void insertTwice(Operations op) {
    op.insert("t", columns("n"), row(1));
    op.insert("t", columns("n"), row(1));
  }

  private static Revision withRows(Consumer<Operations> body) {
    return Revision.of(Lineage.of("second").after("table"), body);
  }

  private static int lockTimeout(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet value = statement.executeQuery("SELECT LOCK_TIMEOUT()")) {
      value.next();
      return value.getInt(1);
    }
  }

  @Test
  void whatAnAttemptLeftIsRemovedBeforeTheNext() throws SQLException {
    UnaryOperator<Statement> leftover =
        each ->
            isInsert(each)
                ? each.outsideTransaction()
                    .cleanedBy("SELECT 1", "CREATE TABLE IF NOT EXISTS cleaned (n INT)")
                : each;
    Migrator migrator = migrator(each(leftover), false, H2TransactionNeedsTest::insertTwice);
    assertThatThrownBy(migrator::upgrade).isInstanceOf(StatementException.class);
    assertThat(cleaned()).as("the first attempt has nothing to remove").isEmpty();
    assertThatThrownBy(migrator::upgrade).isInstanceOf(StatementException.class);
    assertThat(cleaned()).hasSize(1);
  }

  private List<String> cleaned() throws SQLException {
    return rows("SELECT table_name FROM information_schema.tables WHERE table_name = 'CLEANED'");
  }
}
