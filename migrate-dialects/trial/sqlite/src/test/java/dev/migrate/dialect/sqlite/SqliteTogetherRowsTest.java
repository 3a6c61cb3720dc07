package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.DataType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Changes of a table that are made together make of its rows what they make of them one after the
 * other.
 */
class SqliteTogetherRowsTest {

  private static final int SEQUENCES = Integer.getInteger("migrate.test.sequences", 100);

  private static final Consumer<Operations> TABLE =
      op -> {
        op.createTable(
            "t",
            column("id", integer()),
            column("s", varchar(20)),
            column("n", integer()),
            primaryKey("id"));
        op.insert(
            "t", columns("id", "s", "n"), row(1, "007", 1), row(2, "12.50", null), row(3, null, 3));
      };

  /** The rows and the definition after these changes, as revisions of their own or as one. */
  private static List<String> after(List<Consumer<Operations>> changes, boolean asOne)
      throws SQLException {
    List<Consumer<Operations>> upgrades = new ArrayList<>(List.of(TABLE));
    if (asOne) {
      upgrades.add(op -> changes.forEach(change -> change.accept(op)));
    } else {
      upgrades.addAll(changes);
    }
    try (LiveFile file = new LiveFile()) {
      file.migrator(upgrades).upgrade();
      List<String> all = new ArrayList<>();
      for (String column : file.rows("SELECT name FROM pragma_table_info('t') ORDER BY name")) {
        String values = "SELECT id, quote(" + column + ") FROM t ORDER BY id";
        all.add(column + " " + file.rows(values));
      }
      all.add(file.inspected().toString());
      return all;
    }
  }

  private static void same(List<Consumer<Operations>> changes) throws SQLException {
    assertThat(after(changes, true)).isEqualTo(after(changes, false));
  }

  @Test
  void aDefaultThatChangesAfterItsColumnWasAddedIsNotThatOfTheRows() throws SQLException {
    same(
        List.of(
            op -> op.addColumn("t", column("c", integer()).defaultTo(1)),
            op -> op.alterColumn("t", "c", defaultTo(2))));
    same(
        List.of(
            op -> op.addColumn("t", column("d", integer())),
            op -> op.alterColumn("t", "d", defaultTo(5))));
    same(
        List.of(
            op -> op.addColumn("t", column("e", integer()).notNull().defaultTo(5)),
            op -> op.alterColumn("t", "e", noDefault())));
    same(
        List.of(
            op -> op.addColumn("t", column("f", timestamp())),
            op -> op.alterColumn("t", "f", defaultTo(currentTimestamp()))));
  }

  private static void refused(List<Consumer<Operations>> changes) {
    assertThatThrownBy(() -> after(changes, false)).isInstanceOf(MigrateException.class);
    assertThatThrownBy(() -> after(changes, true)).isInstanceOf(MigrateException.class);
  }

  @Test
  void aRuleThatTheRowsBreakIsNotTakenBackBeforeItIsChecked() {
    refused(
        List.of(
            op -> op.addCheck("t", check("n > 1").named("big")),
            op -> op.renameConstraint("t", "big", "bigger"),
            op -> op.dropConstraint("t", "bigger")));
    refused(
        List.of(
            op -> op.alterColumn("t", "n", notNull()), op -> op.alterColumn("t", "n", nullable())));
    refused(
        List.of(
            op -> op.addColumn("t", column("c", integer()).notNull()),
            op -> op.addUnique("t", unique("n")),
            op -> op.alterColumn("t", "c", nullable())));
    refused(
        List.of(
            op -> op.addColumn("t", column("c", integer()).defaultTo(1)),
            op -> op.createIndex("t", index("c").unique().named("ix")),
            op -> op.addCheck("t", check("c = 1").named("one")),
            op -> op.dropIndex("t", "ix")));
  }

  @Test
  void valuesAreNotConvertedBeforeARuleIsChecked() {
    refused(
        List.of(
            op -> op.addCheck("t", check("s <> '007'").named("other")),
            op -> op.alterColumn("t", "s", type(text()).using("'x'"))));
  }

  @Test
  void everyConversionHappens() throws SQLException {
    same(
        List.of(
            op -> op.alterColumn("t", "s", type(decimal(9, 2))),
            op -> op.alterColumn("t", "s", type(varchar(9)))));
    same(
        List.of(
            op -> op.addColumn("t", column("c", varchar(9)).defaultTo("010")),
            op -> op.alterColumn("t", "c", type(integer()), noDefault()),
            op -> op.alterColumn("t", "n", type(text()).using("c || 'x'"))));
    same(
        List.of(
            op -> op.alterColumn("t", "n", type(text())),
            op -> op.alterColumn("t", "s", type(text()).using("typeof(n)"))));
  }

  @TestFactory
  Stream<DynamicTest> anySequenceOfChanges() {
    long start = System.nanoTime();
    return Stream.iterate(0, i -> i + 1)
        .limit(SEQUENCES)
        .map(i -> start + i)
        .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> anySequence(seed)));
  }

  private static void anySequence(long seed) throws SQLException {
    List<Consumer<Operations>> changes = new Changes(new Random(seed)).sequence();
    List<String> oneByOne;
    try {
      oneByOne = after(changes, false);
    } catch (MigrateException impossible) {
      refused(changes);
      return;
    }
    assertThat(after(changes, true)).isEqualTo(oneByOne);
  }

  /** Random changes of the table and its columns. */
  private static final class Changes {

    private static final List<DataType> TYPES =
        List.of(integer(), bigint(), varchar(20), text(), decimal(12, 3), doublePrecision());

    private final Random random;
    private final List<String> columns = new ArrayList<>(List.of("s", "n"));
    private final List<String> constraints = new ArrayList<>();

    Changes(Random random) {
      this.random = random;
    }

    private <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    List<Consumer<Operations>> sequence() {
      List<Consumer<Operations>> changes = new ArrayList<>();
      int length = 2 + random.nextInt(5);
      for (int i = 0; i < length; i++) {
        changes.add(change(i));
      }
      return changes;
    }

    private Consumer<Operations> change(int number) {
      String column = any(columns);
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> {
          String added = "c" + number;
          DataType type = any(TYPES);
          columns.add(added);
          Object value = value(type);
          boolean required = random.nextBoolean();
          return switch (random.nextInt(4)) {
            case 0 -> op -> op.addColumn("t", column(added, type));
            case 1 -> op -> op.addColumn("t", column(added, type).defaultTo(expression("1 + 1")));
            default ->
                op ->
                    op.addColumn(
                        "t",
                        required
                            ? column(added, type).notNull().defaultTo(value)
                            : column(added, type).defaultTo(value));
          };
        }
        case 3 -> {
          return op -> op.alterColumn("t", column, noDefault());
        }
        case 4 -> {
          return op -> op.alterColumn("t", column, defaultTo(expression("40 + 2")));
        }
        case 5 -> {
          DataType type = any(TYPES);
          return random.nextInt(3) == 0
              ? op -> op.alterColumn("t", column, type(type).using("coalesce(n, 5)"), noDefault())
              : op -> op.alterColumn("t", column, type(type), noDefault());
        }
        case 6 -> {
          return random.nextBoolean()
              ? op -> op.alterColumn("t", column, notNull())
              : op -> op.alterColumn("t", column, nullable());
        }
        case 7 -> {
          String name = "k" + number;
          constraints.add(name);
          return op -> op.addCheck("t", check(column + " IS NOT 'never'").named(name));
        }
        default -> {
          if (constraints.isEmpty()) {
            return op -> op.createIndex("t", index(column).named("x" + number));
          }
          String gone = constraints.remove(0);
          return op -> op.dropConstraint("t", gone);
        }
      }
    }

    private Object value(DataType type) {
      if (type.equals(varchar(20)) || type.equals(text())) {
        return any(List.of("x", "007", "1.50", ""));
      }
      boolean whole = type.equals(integer()) || type.equals(bigint());
      return whole ? random.nextInt(100) : new BigDecimal("12.50");
    }
  }
}
