package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.MARIADB;
import static dev.migrate.Ddl.POSTGRESQL;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.sample.RandomTexts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Texts follow the names in them: after a renaming, a check, an index, a computed column and a
 * default mean what they meant before, also when they are dropped and brought back, when their
 * table is changed, and after a downgrade. A dialect's test implements this with a database.
 *
 * <p>{@code -Dmigrate.test.texts=1000} tries more random texts than the usual 10.
 */
public interface TextsContract extends DatabaseContract {

  /**
   * How many random texts are tried.
   *
   * @return 10, or what the system property {@code migrate.test.texts} says
   */
  default int randomTexts() {
    return Integer.getInteger("migrate.test.texts", 10);
  }

  /** A revision after another one, or the first. */
  private static Revision revision(String id, String after, Consumer<Operations> operations) {
    Lineage lineage = after.isEmpty() ? Lineage.of(id).root() : Lineage.of(id).after(after);
    return Revision.of(lineage, operations);
  }

  /** Which of these statements the database takes; each is rolled back. */
  private List<Boolean> taken(DataSource database, List<String> statements) {
    List<Boolean> taken = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        try (Statement statement = connection.createStatement()) {
          taken.add(statement.executeUpdate(sql) == 1);
        } catch (SQLException refused) {
          taken.add(false);
        }
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return taken;
  }

  /** Runs the upgrade, unless the dialect cannot do what it is about. */
  private static void upgrade(Migrator migrator, String target) {
    try {
      migrator.upgrade(target);
    } catch (MigrateException refused) {
      assumeTrue(!isUnsupported(refused), refused.getMessage());
      throw refused;
    }
  }

  private static boolean isUnsupported(Throwable failure) {
    return failure instanceof UnsupportedByDialectException
        || (failure.getCause() != null && isUnsupported(failure.getCause()));
  }

  /**
   * Before and after a renaming, an unrelated change, a drop that is undone, and all the way back.
   */
  private void requireSameMeaning(
      Consumer<Operations> create,
      Consumer<Operations> rename,
      Consumer<Operations> restate,
      Consumer<Operations> drop,
      List<String> before,
      List<String> after) {
    DataSource database = emptyDatabase();
    Revision r1 = revision("r1", "", create);
    Revision r2 = revision("r2", "r1", rename);
    Revision r3 = revision("r3", "r2", restate);
    Revision r4 = revision("r4", "r3", drop);
    Migrator migrator = migrator(database, r1, r2, r3, r4);
    upgrade(migrator, "r1");
    List<Boolean> meant = taken(database, before);
    assertTrue(meant.contains(true) && meant.contains(false), "the samples show nothing: " + meant);
    upgrade(migrator, "r2");
    assertEquals(meant, taken(database, after), "after the renaming");
    upgrade(migrator, "r3");
    assertEquals(meant, taken(database, after), "after a change of the table");
    upgrade(migrator, "r4");
    migrator.downgrade("r3");
    assertEquals(meant, taken(database, after), "dropped and brought back");
    migrator.downgrade("r1");
    assertEquals(meant, taken(database, before), "after the downgrade");
    migrator.downgrade("base");
  }

  /** A type and a function are not columns, whatever the column is called. */
  @Test
  default void aTypeAFunctionAndAStringAreNoColumn() {
    requireSameMeaning(
        op ->
            op.createTable(
                "t",
                column("id", integer()),
                column("code", varchar(10)),
                column("length", integer()),
                column("n", integer()),
                primaryKey("id"),
                check("t.length > 0 AND LENGTH(code) = length AND code <> 'length'").named("ck")),
        op -> op.renameColumn("t", "length", "size"),
        op -> op.alterColumn("t", "n", type(bigint())),
        op -> op.dropConstraint("t", "ck"),
        List.of(
            "INSERT INTO t (id, code, length) VALUES (1, '0042', 4)",
            "INSERT INTO t (id, code, length) VALUES (1, '0042', 5)",
            "INSERT INTO t (id, code, length) VALUES (1, 'length', 6)"),
        List.of(
            "INSERT INTO t (id, code, size) VALUES (1, '0042', 4)",
            "INSERT INTO t (id, code, size) VALUES (1, '0042', 5)",
            "INSERT INTO t (id, code, size) VALUES (1, 'length', 6)"));
  }

  /** Computed columns and conditions of indexes follow as checks do. */
  @Test
  default void aColumnIsFollowedInAComputedColumn() {
    requireSameMeaning(
        op ->
            op.createTable(
                "t",
                column("id", integer()),
                column("abs", integer()),
                column("sum", integer()).storedAs("abs(t.abs) + abs"),
                primaryKey("id"),
                check("sum < 10").named("ck")),
        op -> op.renameColumn("t", "abs", "n"),
        op -> op.alterColumn("t", "id", type(bigint())),
        op -> {
          op.dropConstraint("t", "ck");
          op.dropColumn("t", "sum");
        },
        List.of(
            "INSERT INTO t (id, abs) VALUES (1, 4)",
            "INSERT INTO t (id, abs) VALUES (1, 5)",
            "INSERT INTO t (id, abs) VALUES (1, -50)"),
        List.of(
            "INSERT INTO t (id, n) VALUES (1, 4)",
            "INSERT INTO t (id, n) VALUES (1, 5)",
            "INSERT INTO t (id, n) VALUES (1, -50)"));
  }

  /** An index over an expression, and over some rows. */
  @Test
  default void aColumnIsFollowedInAnIndex() {
    requireSameMeaning(
        op -> {
          op.createTable(
              "t",
              column("id", integer()),
              column("lower", varchar(10)),
              column("n", integer()),
              primaryKey("id"),
              index(expression("lower(lower)")).unique().where("n > 0").named("ix"));
          op.insert("t", columns("id", "lower", "n"), row(1, "a", 1));
        },
        op -> {
          op.renameColumn("t", "lower", "login");
          op.renameColumn("t", "n", "lower");
        },
        op -> op.alterColumn("t", "id", type(bigint())),
        op -> op.dropIndex("t", "ix"),
        List.of(
            "INSERT INTO t (id, lower, n) VALUES (2, 'A', 1)",
            "INSERT INTO t (id, lower, n) VALUES (2, 'A', 0)",
            "INSERT INTO t (id, lower, n) VALUES (2, 'b', 1)"),
        List.of(
            "INSERT INTO t (id, login, lower) VALUES (2, 'A', 1)",
            "INSERT INTO t (id, login, lower) VALUES (2, 'A', 0)",
            "INSERT INTO t (id, login, lower) VALUES (2, 'b', 1)"));
  }

  /**
   * Some databases compute a default from other columns.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aColumnIsFollowedInADefault() throws SQLException {
    String product = new TestDatabase(emptyDatabase()).dialect().names().toString();
    assumeTrue(product.contains("mysql"), "a default sees no other columns");
    requireSameMeaning(
        op -> {
          op.createTable(
              "t",
              column("id", integer()),
              column("abs", integer()),
              column("m", integer()).defaultTo(expression("(abs(abs) + 1)")),
              primaryKey("id"),
              check("m < 5").named("ck"));
        },
        op -> op.renameColumn("t", "abs", "n"),
        op -> op.alterColumn("t", "id", type(bigint())),
        op -> op.alterColumn("t", "m", defaultTo(7)),
        List.of("INSERT INTO t (id, abs) VALUES (1, -3)", "INSERT INTO t (id, abs) VALUES (1, -4)"),
        List.of("INSERT INTO t (id, n) VALUES (1, -3)", "INSERT INTO t (id, n) VALUES (1, -4)"));
  }

  /** A default that asks a sequence goes on with the same one. */
  @Test
  default void aSequenceIsFollowedInADefault() {
    DataSource database = emptyDatabase();
    Revision r1 =
        revision(
            "r1",
            "",
            op -> {
              op.createSequence("ticket");
              op.createTable(
                  "t",
                  column("id", integer()),
                  column("n", bigint())
                      .defaultTo(expression("nextval('ticket')").on(MARIADB, "nextval(ticket)")),
                  primaryKey("id"));
            });
    Revision r2 =
        revision(
            "r2",
            "r1",
            op -> {
              op.renameSequence("ticket", "slip");
              op.createSequence("ticket");
            });
    Revision r3 = revision("r3", "r2", op -> op.dropColumn("t", "n"));
    Migrator migrator = migrator(database, r1, r2, r3);
    upgrade(migrator, "r1");
    execute(database, "INSERT INTO t (id) VALUES (1), (2)");
    upgrade(migrator, "r2");
    execute(database, "INSERT INTO t (id) VALUES (3)");
    requireMoreThan(2, rows(database, "SELECT n FROM t WHERE id = 3").get(0));
    upgrade(migrator, "r3");
    migrator.downgrade("r2");
    execute(database, "INSERT INTO t (id) VALUES (4)");
    String next = rows(database, "SELECT n FROM t WHERE id = 4").get(0);
    requireMoreThan(3, next);
    migrator.downgrade("r1");
    execute(database, "INSERT INTO t (id) VALUES (5)");
    requireMoreThan(Long.parseLong(next), rows(database, "SELECT n FROM t WHERE id = 5").get(0));
  }

  private static void requireMoreThan(long before, String next) {
    assertTrue(Long.parseLong(next) > before, "the default asks another sequence: " + next);
  }

  /** A type is followed in casts, and a schema before the names of types, tables and functions. */
  @Test
  default void anEnumTypeAndASchemaAreFollowed() {
    requireSameMeaning(
        op -> {
          op.createSchema("app");
          op.createEnumType("app.state", "open", "paid");
          op.createTable(
              "app.bill",
              column("id", integer()),
              column("state", enumType("app.state")),
              column("n", integer()),
              primaryKey("id"),
              check("state = 'open'").named("ck"),
              check(
                      expression("app.bill.n > 0")
                          .on(POSTGRESQL, "app.bill.state <> 'paid'::app.state OR n > 0"))
                  .named("ck_n"));
        },
        op -> {
          op.renameSchema("app", "core");
          op.renameEnumType("core.state", "status");
        },
        op -> op.alterColumn("core.bill", "id", type(bigint())),
        op -> {
          op.dropConstraint("core.bill", "ck");
          op.dropConstraint("core.bill", "ck_n");
        },
        List.of(
            "INSERT INTO app.bill (id, state, n) VALUES (1, 'open', 1)",
            "INSERT INTO app.bill (id, state, n) VALUES (1, 'paid', 1)"),
        List.of(
            "INSERT INTO core.bill (id, state, n) VALUES (1, 'open', 1)",
            "INSERT INTO core.bill (id, state, n) VALUES (1, 'paid', 1)"));
  }

  /**
   * A new name that a text cannot have bare is refused before anything ran, or works.
   *
   * @return a test for each name
   */
  @TestFactory
  default Stream<DynamicTest> aReservedNewNameIsRefusedOrWorks() {
    return Stream.of("order", "user", "key", "value", "year", "group", "rank", "With Space", "N")
        .map(name -> DynamicTest.dynamicTest(name, () -> requireRefusedOrSame(name)));
  }

  private void requireRefusedOrSame(String name) {
    DataSource database = emptyDatabase();
    Revision r1 =
        revision(
            "r1",
            "",
            op ->
                op.createTable(
                    "t",
                    column("id", integer()),
                    column("n", integer()),
                    column("more", integer()),
                    primaryKey("id"),
                    check("n > 0").named("ck")));
    Revision r2 = revision("r2", "r1", op -> op.renameColumn("t", "n", name));
    Revision r3 = revision("r3", "r2", op -> op.alterColumn("t", "more", type(bigint())));
    Revision r4 = revision("r4", "r3", op -> op.dropConstraint("t", "ck"));
    Revision back = revision("r5", "r4", op -> op.renameColumn("t", name, "n"));
    migrator(database, r1).upgrade();
    Migrator migrator = migrator(database, r1, r2, r3, r4, back);
    try {
      migrator.upgradeScript();
    } catch (MigrateException refused) {
      assertTrue(refused.getMessage().contains("ck"), refused.getMessage());
      return;
    }
    migrator.upgrade();
    migrator.downgrade("r3");
    migrator.downgrade("r1");
    assertEquals(
        List.of(true, false),
        taken(
            database,
            List.of("INSERT INTO t (id, n) VALUES (1, 1)", "INSERT INTO t (id, n) VALUES (1, 0)")));
  }

  /** A check that names its table follows the table. */
  @Test
  default void aTableIsFollowedInItsOwnTexts() {
    requireSameMeaning(
        op ->
            op.createTable(
                "account",
                column("id", integer()),
                column("age", integer()),
                column("n", integer()),
                primaryKey("id"),
                check("account.age > 0").named("ck")),
        op -> op.renameTable("account", "member"),
        op -> op.alterColumn("member", "n", type(bigint())),
        op -> op.dropConstraint("member", "ck"),
        List.of(
            "INSERT INTO account (id, age) VALUES (1, 1)",
            "INSERT INTO account (id, age) VALUES (1, 0)"),
        List.of(
            "INSERT INTO member (id, age) VALUES (1, 1)",
            "INSERT INTO member (id, age) VALUES (1, 0)"));
  }

  /** Databases that keep the text of a label, and those that keep its number, end alike. */
  @Test
  default void aLabelIsFollowedInAConstraint() {
    requireSameMeaning(
        op -> {
          op.createEnumType("state", "open", "paid");
          op.createTable(
              "bill",
              column("id", integer()),
              column("s", enumType("state")).notNull(),
              column("kind", varchar(10)),
              column("paid_at", date()),
              column("n", integer()),
              primaryKey("id"),
              check("s <> 'paid' OR paid_at IS NOT NULL").named("ck"),
              check("kind <> 'paid' OR s IN ('open', 'paid')").named("ck_kind"));
        },
        op -> op.renameEnumValue("state", "paid", "settled"),
        op -> op.alterColumn("bill", "n", type(bigint())),
        op -> op.dropConstraint("bill", "ck"),
        List.of(
            "INSERT INTO bill (id, s) VALUES (1, 'paid')",
            "INSERT INTO bill (id, s, paid_at) VALUES (1, 'paid', '2024-01-01')",
            "INSERT INTO bill (id, s) VALUES (1, 'open')",
            "INSERT INTO bill (id, s, kind) VALUES (1, 'open', 'paid')"),
        List.of(
            "INSERT INTO bill (id, s) VALUES (1, 'settled')",
            "INSERT INTO bill (id, s, paid_at) VALUES (1, 'settled', '2024-01-01')",
            "INSERT INTO bill (id, s) VALUES (1, 'open')",
            "INSERT INTO bill (id, s, kind) VALUES (1, 'open', 'paid')"));
  }

  /** Rows that a check lets stand do not stop the renaming of a label. */
  @Test
  default void aLabelIsFollowedInRowsAndConstraintsAtOnce() {
    DataSource database = emptyDatabase();
    Revision r1 =
        revision(
            "r1",
            "",
            op -> {
              op.createEnumType("state", "open", "paid");
              op.createTable(
                  "bill",
                  column("id", integer()),
                  column("s", enumType("state")).notNull(),
                  column("paid_at", date()),
                  primaryKey("id"),
                  check("s = 'open' OR s = 'paid' AND paid_at IS NOT NULL").named("ck"));
            });
    Revision r2 = revision("r2", "r1", op -> op.renameEnumValue("state", "paid", "settled"));
    Migrator migrator = migrator(database, r1, r2);
    upgrade(migrator, "r1");
    execute(database, "INSERT INTO bill (id, s, paid_at) VALUES (1, 'paid', '2024-01-01')");
    upgrade(migrator, "r2");
    assertEquals(List.of("1 settled"), rows(database, "SELECT id, s FROM bill"));
    migrator.downgrade("r1");
    assertEquals(List.of("1 paid"), rows(database, "SELECT id, s FROM bill"));
  }

  /** An index over some rows stays over the same rows. */
  @Test
  default void aLabelIsFollowedInAPartialIndex() {
    requireSameMeaning(
        op -> {
          op.createEnumType("state", "open", "paid");
          op.createTable(
              "bill",
              column("id", integer()),
              column("s", enumType("state")),
              column("n", integer()),
              primaryKey("id"),
              index("n").unique().where("s = 'open'").named("ix"));
          op.insert("bill", columns("id", "s", "n"), row(9, "open", 9));
        },
        op -> op.renameEnumValue("state", "open", "new"),
        op -> op.alterColumn("bill", "id", type(bigint())),
        op -> op.dropIndex("bill", "ix"),
        List.of(
            "INSERT INTO bill (id, s, n) VALUES (1, 'open', 9)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'paid', 9)"),
        List.of(
            "INSERT INTO bill (id, s, n) VALUES (1, 'new', 9)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'paid', 9)"));
  }

  /** A computed column has the same values. */
  @Test
  default void aLabelIsFollowedInAComputedColumn() {
    requireSameMeaning(
        op -> {
          op.createEnumType("state", "open", "paid");
          op.createTable(
              "bill",
              column("id", integer()),
              column("s", enumType("state")),
              column("n", integer()),
              column("due", integer()).storedAs("CASE s WHEN 'open' THEN n ELSE 0 END"),
              primaryKey("id"),
              check("due < 5").named("ck"));
        },
        op -> op.renameEnumValue("state", "open", "new"),
        op -> op.alterColumn("bill", "id", type(bigint())),
        op -> {
          op.dropConstraint("bill", "ck");
          op.dropColumn("bill", "due");
        },
        List.of(
            "INSERT INTO bill (id, s, n) VALUES (1, 'open', 9)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'open', 4)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'paid', 9)"),
        List.of(
            "INSERT INTO bill (id, s, n) VALUES (1, 'new', 9)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'new', 4)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'paid', 9)"));
  }

  /** A default that computes the label gives the renamed one. */
  @Test
  default void aLabelIsFollowedInADefault() {
    requireSameMeaning(
        op -> {
          op.createEnumType("state", "open", "paid");
          op.createTable(
              "bill",
              column("id", integer()),
              column("s", enumType("state")).defaultTo(expression("'open'")),
              column("t", enumType("state")).defaultTo("paid"),
              primaryKey("id"),
              check("s = 'open' AND t = 'paid' AND id < 5").named("ck"));
        },
        op -> {
          op.renameEnumValue("state", "open", "new");
          op.renameEnumValue("state", "paid", "done");
        },
        op -> op.addColumn("bill", column("more", integer())),
        op -> {
          op.dropConstraint("bill", "ck");
          op.alterColumn("bill", "s", defaultTo("done"));
        },
        List.of("INSERT INTO bill (id) VALUES (1)", "INSERT INTO bill (id) VALUES (7)"),
        List.of("INSERT INTO bill (id) VALUES (1)", "INSERT INTO bill (id) VALUES (7)"));
  }

  /** Labels that change places with each other keep their rows and their checks. */
  @Test
  default void labelsCanRotate() {
    requireSameMeaning(
        op -> {
          op.createEnumType("state", "old", "new");
          op.createTable(
              "bill",
              column("id", integer()),
              column("s", enumType("state")),
              column("n", integer()),
              primaryKey("id"),
              check("s <> 'old' OR n > 0").named("ck"));
        },
        op -> {
          op.renameEnumValue("state", "old", "archived");
          op.renameEnumValue("state", "new", "old");
        },
        op -> op.alterColumn("bill", "n", type(bigint())),
        op -> op.dropConstraint("bill", "ck"),
        List.of(
            "INSERT INTO bill (id, s, n) VALUES (1, 'old', 0)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'old', 1)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'new', 0)"),
        List.of(
            "INSERT INTO bill (id, s, n) VALUES (1, 'archived', 0)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'archived', 1)",
            "INSERT INTO bill (id, s, n) VALUES (1, 'old', 0)"));
  }

  /** A text that is not certain is refused before anything ran, and the advice works. */
  @Test
  default void aTextThatIsNotCertainIsRefusedAndTheAdviceWorks() {
    DataSource database = emptyDatabase();
    Consumer<Operations> create =
        op -> {
          op.createEnumType("state", "open", "paid");
          op.createTable(
              "bill",
              column("id", integer()),
              column("s", enumType("state")),
              primaryKey("id"),
              check("coalesce(s, 'paid') = 'open'").named("ck"));
        };
    Revision r1 = revision("r1", "", create);
    Revision r2 = revision("r2", "r1", op -> op.renameEnumValue("state", "open", "new"));
    upgrade(migrator(database, r1), "r1");
    MigrateException refused =
        assertThrows(MigrateException.class, () -> migrator(database, r1, r2).upgrade());
    assertTrue(refused.getMessage().contains("constraint ck of table bill"), refused.getMessage());
    assertTrue(
        refused.getMessage().contains("op.dropConstraint(\"bill\", \"ck\")"), refused.getMessage());
    Revision advised =
        revision(
            "r2",
            "r1",
            op -> {
              op.dropConstraint("bill", "ck");
              op.renameEnumValue("state", "open", "new");
              op.addCheck("bill", check("coalesce(s, 'paid') = 'new'").named("ck"));
            });
    Migrator migrator = migrator(database, r1, advised);
    upgrade(migrator, "r2");
    execute(database, "INSERT INTO bill (id, s) VALUES (1, 'new')");
    migrator.downgrade("r1");
    assertEquals(List.of("1 open"), rows(database, "SELECT id, s FROM bill"));
  }

  /** A label in the query of a view would stay there. */
  @Test
  default void aLabelInAViewIsRefused() {
    Revision r1 =
        revision(
            "r1",
            "",
            op -> {
              op.createEnumType("state", "open", "paid");
              op.createTable("bill", column("id", integer()), column("s", enumType("state")));
              op.createView(
                  "paid_bill",
                  view("SELECT id FROM bill WHERE s = 'paid'").reads("bill", "id", "s"));
            });
    Revision r2 = revision("r2", "r1", op -> op.renameEnumValue("state", "paid", "done"));
    DataSource database = emptyDatabase();
    upgrade(migrator(database, r1), "r1");
    MigrateException refused =
        assertThrows(MigrateException.class, () -> migrator(database, r1, r2).upgrade());
    assertTrue(refused.getMessage().contains("view paid_bill"), refused.getMessage());
  }

  /**
   * Random conditions over columns that are called like functions, and new names of that kind.
   *
   * @return a test for each
   */
  @TestFactory
  default Stream<DynamicTest> randomTextsMeanTheSameAfterARenaming() {
    return LongStream.rangeClosed(1, randomTexts())
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () -> {
                      RandomTexts random = new RandomTexts(seed);
                      try {
                        requireSameMeaning(
                            random::create,
                            random::rename,
                            random::restate,
                            random::drop,
                            random.before(),
                            random.after());
                      } catch (SchemaException refused) {
                        assumeTrue(false, refused.getMessage());
                      }
                    }));
  }
}
