package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.cache;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.cycling;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.doublePrecision;
import static dev.migrate.Ddl.identity;
import static dev.migrate.Ddl.identityAlways;
import static dev.migrate.Ddl.incrementedBy;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.maximum;
import static dev.migrate.Ddl.minimum;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.noCache;
import static dev.migrate.Ddl.noDefault;
import static dev.migrate.Ddl.noMaximum;
import static dev.migrate.Ddl.noMinimum;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.sequence;
import static dev.migrate.Ddl.startingAt;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.valueType;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.PlanException;
import dev.migrate.report.StatementException;
import dev.migrate.schema.DataType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * A counter never gives a number that a row has, however a column comes to its numbers: from a
 * sequence, as an identity, and back. For databases that have sequences; what one of them refuses
 * is passed over.
 */
public interface SequenceContract extends DatabaseContract {

  /** MariaDB takes 1,000 numbers where no cache is stated. */
  long MOST_TAKEN_IN_ADVANCE = 5 * 1_000 + 10;

  private static void table(Operations op) {
    op.createTable(
        "account",
        column("id", integer()).defaultTo(nextValue("ticket")),
        column("n", varchar(10)),
        primaryKey("id"));
  }

  private static Map<String, Consumer<Operations>> numbered() {
    Map<String, Consumer<Operations>> ways = new LinkedHashMap<>();
    ways.put(
        "from a sequence",
        op -> {
          op.createSequence("ticket");
          table(op);
        });
    ways.put(
        "from a sequence that it owns",
        op -> {
          op.createSequence("account_id_seq");
          op.createTable(
              "account",
              column("id", integer()).defaultTo(nextValue("account_id_seq")),
              column("n", varchar(10)),
              primaryKey("id"));
          op.setSequenceOwner("account_id_seq", "account", "id");
        });
    ways.put(
        "from a sequence in steps of ten",
        op -> {
          op.createSequence(sequence("ticket").startingAt(100).incrementedBy(10));
          table(op);
        });
    ways.put(
        "from a sequence that counts down",
        op -> {
          op.createSequence(sequence("ticket").startingAt(-1).incrementedBy(-1));
          table(op);
        });
    return ways;
  }

  private static Map<String, Consumer<Operations>> asIdentity() {
    Map<String, Consumer<Operations>> ways = new LinkedHashMap<>();
    ways.put("an identity", op -> op.alterColumn("account", "id", noDefault(), identity()));
    ways.put(
        "an identity that always counts",
        op -> op.alterColumn("account", "id", noDefault(), identityAlways()));
    ways.put(
        "an identity of another type",
        op -> op.alterColumn("account", "id", type(bigint()), noDefault(), identity()));
    ways.put(
        "an identity in two operations",
        op -> {
          op.alterColumn("account", "id", noDefault());
          op.alterColumn("account", "id", identity());
        });
    ways.put(
        "numbered by another sequence",
        op -> {
          op.createSequence("slip");
          op.alterColumn("account", "id", defaultTo(nextValue("slip")));
        });
    return ways;
  }

  /**
   * Rows before, rows between and rows after the way back each get a number of their own.
   *
   * @return a test for each way in which a column was numbered and is numbered
   */
  @TestFactory
  default Stream<DynamicTest> countsBeyondTheRows() {
    return numbered().entrySet().stream()
        .flatMap(
            before ->
                asIdentity().entrySet().stream()
                    .map(
                        after ->
                            dynamicTest(
                                before.getKey() + ", then " + after.getKey(),
                                () -> countsBeyond(3, before.getValue(), after.getValue()))));
  }

  /** A table without rows begins with the first number. */
  @Test
  default void countsFromTheBeginningWithoutRows() {
    countsBeyond(
        0,
        Objects.requireNonNull(numbered().get("from a sequence")),
        Objects.requireNonNull(asIdentity().get("an identity")));
  }

  private void countsBeyond(int rows, Consumer<Operations> before, Consumer<Operations> after) {
    DataSource database = emptyDatabase();
    Migrator migrator =
        migrator(
            database,
            Revision.of(Lineage.of("before").root(), before),
            Revision.of(Lineage.of("after").after("before"), after));
    try {
      migrator.upgradeScript();
    } catch (PlanException refused) {
      throw new TestAbortedException(refused.getMessage());
    }
    migrator.upgrade("before");
    insert(database, rows);
    migrator.upgrade();
    insert(database, 3);
    migrator.downgrade("before");
    insert(database, 2);
    assertEquals(
        List.of(String.valueOf(rows + 5)), rows(database, "SELECT COUNT(id) FROM account"));
  }

  /** Fails if a number is one that a row has. */
  private void insert(DataSource database, int count) {
    String sql = "INSERT INTO account (n) VALUES ('a')";
    execute(database, Collections.nCopies(count, sql).toArray(String[]::new));
  }

  /**
   * A sequence that is ahead of the rows stays there, and one that is not goes beyond them.
   *
   * @return a test for each start and each type
   */
  @TestFactory
  default Stream<DynamicTest> aSequenceGoesOnlyForward() {
    return Stream.of(5L, 1_000L)
        .flatMap(
            start ->
                Stream.of(integer(), decimal(12, 3), doublePrecision())
                    .map(
                        type ->
                            dynamicTest(
                                type + " from " + start, () -> goesOnlyForward(type, start))));
  }

  private void goesOnlyForward(DataType type, long start) {
    DataSource database = emptyDatabase();
    Migrator migrator =
        migrator(
            database,
            Revision.of(
                Lineage.of("r1").root(),
                op -> {
                  op.createSequence(sequence("ticket").startingAt(start));
                  op.createTable("account", column("id", type), column("n", varchar(10)));
                }),
            Revision.of(
                Lineage.of("r2").after("r1"),
                op -> op.alterColumn("account", "id", defaultTo(nextValue("ticket")))));
    migrator.upgrade("r1");
    execute(database, "INSERT INTO account (id) VALUES (42)");
    migrator.upgrade();
    insert(database, 1);
    String expected = String.valueOf(Math.max(start, 43));
    assertEquals(
        List.of(expected), rows(database, "SELECT CAST(id AS INTEGER) FROM account WHERE n = 'a'"));
  }

  private static Map<String, Consumer<Operations>> alterations() {
    Map<String, Consumer<Operations>> ways = new LinkedHashMap<>();
    ways.put("type", op -> op.alterSequence("ticket", valueType(integer())));
    ways.put("start", op -> op.alterSequence("ticket", startingAt(1_003)));
    ways.put("increment", op -> op.alterSequence("ticket", incrementedBy(10)));
    ways.put("minimum", op -> op.alterSequence("ticket", minimum(-3)));
    ways.put("no minimum", op -> op.alterSequence("ticket", noMinimum()));
    ways.put("maximum", op -> op.alterSequence("ticket", maximum(2_000)));
    ways.put("no maximum", op -> op.alterSequence("ticket", noMaximum()));
    ways.put("cycling", op -> op.alterSequence("ticket", cycling()));
    ways.put("cache", op -> op.alterSequence("ticket", cache(2)));
    ways.put("no cache", op -> op.alterSequence("ticket", noCache()));
    ways.put(
        "several attributes",
        op ->
            op.alterSequence(
                "ticket", startingAt(703), minimum(5), maximum(5_000), cycling(), cache(1)));
    return ways;
  }

  /**
   * The numbers go on after an alteration and after the way back. Those that a session or the
   * server has taken in advance may be left out.
   *
   * @return a test for each attribute and for several
   */
  @TestFactory
  default Stream<DynamicTest> numbersGoOnAfterAnAlteration() {
    return alterations().entrySet().stream()
        .map(change -> dynamicTest(change.getKey(), () -> goesOnAfter(change.getValue())));
  }

  private void goesOnAfter(Consumer<Operations> change) {
    DataSource database = emptyDatabase();
    Migrator migrator =
        migrator(
            database,
            Revision.of(
                Lineage.of("before").root(),
                op -> {
                  op.createSequence(
                      sequence("ticket")
                          .startingAt(50)
                          .incrementedBy(5)
                          .minimum(10)
                          .maximum(9_000)
                          .cache(1));
                  table(op);
                }),
            Revision.of(Lineage.of("after").after("before"), change));
    try {
      migrator.upgradeScript();
    } catch (PlanException refused) {
      throw new TestAbortedException(refused.getMessage());
    }
    migrator.upgrade("before");
    insert(database, 3);
    assertEquals(60, lastNumber(database));
    migrator.upgrade();
    insert(database, 1);
    assertNext(60, lastNumber(database));
    insert(database, 1);
    long last = lastNumber(database);
    migrator.downgrade("before");
    insert(database, 1);
    assertNext(last, lastNumber(database));
  }

  private static void assertNext(long last, long next) {
    boolean goesOn = next > last && next <= last + MOST_TAKEN_IN_ADVANCE && (next - last) % 5 == 0;
    assertTrue(goesOn, next + " comes after " + last);
  }

  private long lastNumber(DataSource database) {
    return Long.parseLong(rows(database, "SELECT MAX(id) FROM account").get(0));
  }

  /**
   * Limits that leave the current number outside are refused, or no further number is given; never
   * one outside the limits.
   */
  @Test
  default void theCurrentNumberStaysWithinTheLimits() {
    DataSource database = emptyDatabase();
    Migrator migrator =
        migrator(
            database,
            Revision.of(
                Lineage.of("before").root(),
                op -> {
                  op.createSequence("ticket");
                  table(op);
                }),
            Revision.of(
                Lineage.of("after").after("before"), op -> op.alterSequence("ticket", maximum(2))));
    migrator.upgrade("before");
    insert(database, 3);
    try {
      migrator.upgrade();
    } catch (StatementException refused) {
      insert(database, 1);
      assertEquals(4, lastNumber(database));
      return;
    }
    assertThrows(AssertionError.class, () -> insert(database, 1));
  }
}
