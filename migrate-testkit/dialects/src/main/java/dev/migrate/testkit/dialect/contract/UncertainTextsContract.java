package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.type;
import static dev.migrate.testkit.dialect.contract.Revisions.revision;
import static dev.migrate.testkit.dialect.contract.Revisions.upgrade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A renaming is refused where it is not certain what a text means, and the advice works. */
public interface UncertainTextsContract extends DatabaseContract {

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
        RenamingTrial.taken(
            database,
            List.of("INSERT INTO t (id, n) VALUES (1, 1)", "INSERT INTO t (id, n) VALUES (1, 0)")));
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
}
