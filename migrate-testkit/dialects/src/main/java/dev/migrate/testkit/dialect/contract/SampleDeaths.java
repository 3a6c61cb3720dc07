package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.Statement.Transaction;
import dev.migrate.engine.Migrator;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.PlanException;
import dev.migrate.report.Settlement;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** One operation in a revision of its own, killed at its statements. */
final class SampleDeaths {

  private final Revision[] revisions;
  private final Set<String> namespaces;
  private final Snapshot expected;
  private final List<Statement> statements;
  private final Schema given;
  private final CrashFigure figure;

  /** What the operation does when nothing happens to it, on an empty database. */
  SampleDeaths(DataSource database, Sample sample, CrashFigure figure) throws SQLException {
    this.figure = figure;
    this.revisions =
        new Revision[] {
          Revision.of(Lineage.of("given").root(), op -> sample.given().forEach(op::add)),
          Revision.of(Lineage.of("sample").after("given"), op -> op.add(sample.operation()))
        };
    this.namespaces = new TreeSet<>(sample.before().namespaces());
    namespaces.addAll(sample.operation().applyTo(sample.before()).namespaces());
    this.given = sample.before();
    Migrator migrator = new TestDatabase(database).migrator(revisions);
    this.statements = statements(migrator);
    migrator.upgrade();
    this.expected = Snapshot.of(database, namespaces);
  }

  private static List<Statement> statements(Migrator migrator) {
    try {
      return migrator.upgradeScript().steps().get(1).statements();
    } catch (PlanException refused) {
      assumeTrue(false, "refused here");
      throw refused;
    }
  }

  /** After one statement is before the next: it need not be tried twice. */
  void run(ResumeContract contract) throws SQLException {
    boolean first = true;
    for (Statement statement : statements) {
      boolean all = first || ContractCases.areAll();
      for (Moment moment : all ? List.of(Moment.values()) : List.of(Moment.AFTER)) {
        if (statement.kind() != Kind.CODE) {
          die(new FailingDataSource(contract.emptyDatabase()), statement, moment);
        }
      }
      first = false;
    }
  }

  private void die(FailingDataSource database, Statement statement, Moment moment)
      throws SQLException {
    Migrator migrator = new TestDatabase(database).migrator(revisions);
    migrator.upgrade("given");
    database.forget();
    database.dieAt(statement.sql(), moment);
    assertThrows(Killed.class, migrator::upgrade);
    database.calm();
    boolean asks = statement.kind() == Kind.OPAQUE && !new TestDatabase(database).isTransactional();
    if (asks) {
      InDoubtException doubt = assertThrows(InDoubtException.class, migrator::upgrade);
      migrator.settle(
          doubt.revision(), moment == Moment.AFTER ? Settlement.EXECUTED : Settlement.NOT_EXECUTED);
    }
    migrator.upgrade();
    Snapshot.of(database, namespaces).requireEqual(expected);
    List<String> effective = database.effective();
    boolean asOne = statements.stream().anyMatch(each -> each.transaction() == Transaction.NEEDED);
    Schema schema = given;
    for (Statement each : statements.stream().filter(s -> s.kind() != Kind.CHECK).toList()) {
      long times = effective.stream().filter(each.sql()::equals).count();
      long own = statements.stream().map(Statement::sql).filter(each.sql()::equals).count();
      Schema after = asOne ? schema : each.part().applyTo(schema);
      // What leaves no trace is run again, unless it is part of a whole.
      boolean again = times == 2 * own && !asOne && after.equals(schema);
      assertEquals(each.kind() == Kind.CODE ? 0 : again ? 2 * own : own, times, each.sql());
      schema = after;
    }
    if (asks) {
      figure.asked();
    } else {
      figure.resumed();
    }
  }
}
