package dev.migrate.testkit.dialect.contract;

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
import static dev.migrate.testkit.dialect.contract.RenamingTrial.requireSameMeaning;
import static dev.migrate.testkit.dialect.contract.Revisions.revision;
import static dev.migrate.testkit.dialect.contract.Revisions.upgrade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Checks, indexes, defaults and computed columns mean the same after a label of an enum type is
 * renamed.
 */
public interface LabelsContract extends DatabaseContract {

  /** Databases that keep the text of a label, and those that keep its number, end alike. */
  @Test
  default void aLabelIsFollowedInAConstraint() {
    requireSameMeaning(
        emptyDatabase(),
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
        emptyDatabase(),
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
        emptyDatabase(),
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
        emptyDatabase(),
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
        emptyDatabase(),
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
}
