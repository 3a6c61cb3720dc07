package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.MARIADB;
import static dev.migrate.Ddl.POSTGRESQL;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.testkit.dialect.contract.RenamingTrial.requireSameMeaning;
import static dev.migrate.testkit.dialect.contract.Revisions.revision;
import static dev.migrate.testkit.dialect.contract.Revisions.upgrade;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.SchemaException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.sample.RandomTexts;
import java.sql.SQLException;
import java.util.List;
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

  /** A type and a function are not columns, whatever the column is called. */
  @Test
  default void aTypeAFunctionAndAStringAreNoColumn() {
    requireSameMeaning(
        emptyDatabase(),
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
        emptyDatabase(),
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
        emptyDatabase(),
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
        emptyDatabase(),
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
        emptyDatabase(),
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

  /** A check that names its table follows the table. */
  @Test
  default void aTableIsFollowedInItsOwnTexts() {
    requireSameMeaning(
        emptyDatabase(),
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

  /** Random conditions over columns that are called like functions, and new names of that kind. */
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
                            emptyDatabase(),
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
