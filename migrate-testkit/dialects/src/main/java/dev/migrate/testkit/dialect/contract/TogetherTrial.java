package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Operation;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.PlanException;
import dev.migrate.report.Settlement;
import dev.migrate.report.StatementException;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Death;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import dev.migrate.testkit.dialect.sample.RandomOperations;
import dev.migrate.testkit.dialect.sample.SampleRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Random operations on tables with rows: in one revision, and in a revision each. */
final class TogetherTrial {

  private static final Pattern NOW = Pattern.compile("20(2[1-9]|[3-9]\\d)-\\d\\d-\\d\\d[^,\\]]*");

  private static final int GIVEN = 6;
  private static final int MOST = 5;

  private final TogetherContract contract;
  private final Random random;
  private final List<Operation> given;
  private final Schema before;
  private final List<Operation> operations;

  /** Between two and five operations. */
  TogetherTrial(TogetherContract contract, long seed) {
    this(contract, seed, 2 + new Random(seed).nextInt(MOST - 1));
  }

  TogetherTrial(TogetherContract contract, long seed, int count) {
    this.contract = contract;
    this.random = new Random(seed);
    // Schemas are left out: on some servers all databases have them in common.
    RandomOperations source =
        RandomOperations.seeded(seed)
            .possibleOn(contract.dialect())
            .where((operation, state) -> operation.applyTo(state).namespaces().isEmpty());
    this.given = source.sequence(GIVEN);
    this.before = Operation.applyAll(given, Schema.empty());
    this.operations = new ArrayList<>();
    Schema schema = before;
    for (int i = 0; i < count; i++) {
      Operation operation = source.next(schema);
      operations.add(operation);
      schema = operation.applyTo(schema);
    }
  }

  /** A database with the schema before them, and rows. */
  private <D extends DataSource> D begin(D database) throws SQLException {
    new TestDatabase(database).migrator(first()).upgrade();
    try (Connection connection = database.getConnection()) {
      new SampleRows(contract.dialect(), connection).insert(before);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
    return database;
  }

  private Revision first() {
    return Revision.of(Lineage.of("given").root(), op -> given.forEach(op::add));
  }

  private Revision[] together() {
    return new Revision[] {
      first(), Revision.of(Lineage.of("more").after("given"), op -> operations.forEach(op::add))
    };
  }

  private Revision[] oneByOne() {
    List<Revision> revisions = new ArrayList<>(List.of(first()));
    String parent = "given";
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      String id = "more" + i;
      revisions.add(Revision.of(Lineage.of(id).after(parent), op -> op.add(operation)));
      parent = id;
    }
    return revisions.toArray(Revision[]::new);
  }

  void requireSameRows() throws SQLException {
    DataSource one = begin(contract.emptyDatabase());
    DataSource several = begin(contract.emptyDatabase());
    boolean oneRan = runs(one, together());
    boolean severalRan = runs(several, oneByOne());
    assertEquals(severalRan, oneRan, () -> "ran one by one, ran together: " + operations);
    assumeTrue(oneRan, "the rows do not allow it");
    requireEqual(Snapshot.of(one, Set.of()), Snapshot.of(several, Set.of()));
  }

  /** The time of a run, which a default can write, is another one each time. */
  private static void requireEqual(Snapshot found, Snapshot expected) {
    withoutTime(found).requireEqual(withoutTime(expected));
  }

  /** The rows that are put in are of 2020. */
  private static Snapshot withoutTime(Snapshot snapshot) {
    Map<String, List<String>> rows = new TreeMap<>();
    snapshot
        .rows()
        .forEach(
            (table, lines) ->
                rows.put(
                    table,
                    lines.stream().map(line -> NOW.matcher(line).replaceAll("now")).toList()));
    return new Snapshot(snapshot.schema(), rows, List.of());
  }

  private static boolean runs(DataSource database, Revision... revisions) {
    Migrator migrator = new TestDatabase(database).migrator(revisions);
    try {
      migrator.upgrade();
      return true;
    } catch (PlanException refused) {
      assumeTrue(false, () -> "refused: " + refused.getMessage());
      return false;
    } catch (StatementException violated) {
      return false;
    }
  }

  void requireEndedAfterDeath() throws SQLException {
    FailingDataSource calm = begin(new FailingDataSource(contract.emptyDatabase()));
    calm.calm();
    assumeTrue(runs(calm, together()), "the rows do not allow it");
    int event = 1 + random.nextInt(calm.events().size());
    Moment moment = random.nextBoolean() ? Moment.BEFORE : Moment.AFTER;
    requireEnded(event, moment, Snapshot.of(calm, Set.of()), new CrashFigure("one"));
  }

  /** After one event is before the next: it need not be tried twice. */
  void requireEndedAfterEachDeath(CrashFigure figure) throws SQLException {
    FailingDataSource calm = begin(new FailingDataSource(contract.emptyDatabase()));
    calm.calm();
    assumeTrue(runs(calm, together()), "the rows do not allow it");
    int events = calm.events().size(); // before it is looked at
    Snapshot expected = Snapshot.of(calm, Set.of());
    for (int event = 1; event <= events; event++) {
      boolean both = event == 1 || ContractCases.areAll();
      for (Moment moment : both ? List.of(Moment.values()) : List.of(Moment.AFTER)) {
        requireEnded(event, moment, expected, figure);
      }
    }
  }

  private void requireEnded(int event, Moment moment, Snapshot expected, CrashFigure figure)
      throws SQLException {
    FailingDataSource database = begin(new FailingDataSource(contract.emptyDatabase()));
    database.dieAt(event, moment, Death.PROCESS);
    Migrator migrator = new TestDatabase(database).migrator(together());
    assertThrows(Killed.class, migrator::upgrade);
    database.calm();
    try {
      migrator.upgrade();
      figure.resumed();
    } catch (InDoubtException doubt) {
      requireUndecidable(doubt);
      Settlement answer = moment == Moment.AFTER ? Settlement.EXECUTED : Settlement.NOT_EXECUTED;
      migrator.settle(doubt.revision(), answer);
      migrator.upgrade();
      figure.asked();
    }
    requireEqual(Snapshot.of(database, Set.of()), expected);
    assertEquals("[x] given, [x] more", new TestDatabase(database).states(together()));
  }

  /** Only what leaves no trace is asked about. */
  private void requireUndecidable(InDoubtException doubt) {
    assertTrue(
        doubt.getMessage().contains("looks the same before and after it"),
        () -> doubt.getMessage() + "\n" + operations);
  }
}
