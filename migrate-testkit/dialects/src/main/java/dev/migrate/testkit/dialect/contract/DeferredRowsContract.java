package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CodeBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Changes rows under a foreign key that is checked at the end of the transaction, and the table, in
 * one revision. A dialect whose database can put off a check proves it by implementing this
 * interface in a test.
 */
public interface DeferredRowsContract extends DatabaseContract {

  private static void tables(Operations op) {
    op.createTable("team", column("id", bigint()), column("name", varchar(9)), primaryKey("id"));
    op.createTable(
        "account",
        column("id", bigint()),
        column("team_id", bigint()),
        column("note", varchar(9)),
        primaryKey("id"),
        foreignKey("team_id").references("team").initiallyDeferred());
    op.createIndex("account", index("note").named("ix_note"));
    op.insert("team", columns("id"), row(1), row(2));
    op.insert("account", columns("id", "team_id"), row(1, 1));
  }

  private static Map<String, Consumer<Operations>> rows() {
    Map<String, Consumer<Operations>> rows = new LinkedHashMap<>();
    rows.put(
        "insert", op -> op.insert("account", columns("id", "team_id", "note"), row(7, 1, "x")));
    rows.put("update", op -> op.update("account", set("team_id", 2).where("id", 1).needsNoUndo()));
    rows.put("delete of a parent", op -> op.delete("team", columns("id"), row(2)));
    rows.put(
        "raw SQL",
        op ->
            op.execute(
                sql("UPDATE account SET team_id = 2").writes("account", "team_id").needsNoUndo()));
    CodeBody body =
        context -> {
          try (java.sql.Statement statement = context.connection().createStatement()) {
            statement.execute("UPDATE account SET team_id = 2");
          }
        };
    rows.put("code", op -> op.run(code("moves", body).writes("account").needsNoUndo()));
    return rows;
  }

  private static Map<String, Consumer<Operations>> changes() {
    Map<String, Consumer<Operations>> changes = new LinkedHashMap<>();
    changes.put("add column", op -> op.addColumn("account", column("n", bigint())));
    changes.put("add column to the parent", op -> op.addColumn("team", column("n", bigint())));
    changes.put("not null", op -> op.alterColumn("account", "team_id", notNull()));
    changes.put("type", op -> op.alterColumn("account", "note", type(varchar(99))));
    changes.put("create index", op -> op.createIndex("account", index("team_id")));
    changes.put("drop index", op -> op.dropIndex("account", "ix_note"));
    changes.put("add check", op -> op.addCheck("account", check("id > 0")));
    changes.put("drop key", op -> op.dropConstraint("account", "fk_account_team_id"));
    changes.put("rename column", op -> op.renameColumn("account", "note", "words"));
    changes.put("rename table", op -> op.renameTable("account", "member"));
    changes.put("rename the parent", op -> op.renameTable("team", "crew"));
    changes.put("drop table", op -> op.dropTable("account"));
    changes.put(
        "a table that refers to the parent",
        op ->
            op.createTable(
                "badge", column("team", bigint()), foreignKey("team").references("team")));
    changes.put(
        "several",
        op -> {
          op.addColumn("account", column("n", bigint()));
          op.createIndex("account", index("n"));
          op.insert("account", columns("id", "team_id"), row(9, 1));
          op.addColumn("account", column("m", bigint()));
          op.alterColumn("account", "team_id", notNull());
        });
    return changes;
  }

  @Test
  default void rowsUnderADeferredKeyAndAChangeOfTheTableRunInOneRevision() {
    List<String> rows = List.copyOf(rows().keySet());
    int number = 0;
    for (String change : changes().keySet()) {
      for (String row : new TreeSet<>(List.of(rows.get(0), rows.get(number % rows.size())))) {
        runTogether(row, change);
      }
      number++;
    }
  }

  private void runTogether(String row, String change) {
    Revision first = Revision.of(Lineage.of("r1").root(), DeferredRowsContract::tables);
    Consumer<Operations> changesRows = Objects.requireNonNull(rows().get(row));
    Consumer<Operations> changesTable = Objects.requireNonNull(changes().get(change));
    Revision second =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              changesRows.accept(op);
              changesTable.accept(op);
            });
    try {
      assertEquals(2, migrator(emptyDatabase(), first, second).upgrade().revisions().size());
    } catch (MigrateException failed) {
      throw new AssertionError(row + ", then " + change, failed);
    }
  }

  @Test
  default void aCheckIsPutOffAgainAfterTheChange() {
    Revision first = Revision.of(Lineage.of("r1").root(), DeferredRowsContract::tables);
    Revision second =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              op.insert("account", columns("id", "team_id"), row(7, 1));
              op.addColumn("account", column("n", bigint()));
              op.insert("account", columns("id", "team_id"), row(8, 3));
              op.insert("team", columns("id"), row(3));
            });
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, first, second);
    migrator.upgrade();
    assertEquals(List.of("1", "7", "8"), rows(database, "SELECT id FROM account ORDER BY id"));
    migrator.downgrade("base");
  }

  @Test
  default void aRowThatFitsNowhereMakesTheRevisionFailAsAWhole() {
    Revision first = Revision.of(Lineage.of("r1").root(), DeferredRowsContract::tables);
    Revision second =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              op.insert("account", columns("id", "team_id"), row(7, 77));
              op.addColumn("account", column("n", bigint()));
            });
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, first, second);
    MigrateException failed = assertThrows(MigrateException.class, migrator::upgrade);
    assertTrue(failed.getMessage().contains("r2"), failed.getMessage());
    assertEquals(List.of("1"), rows(database, "SELECT id FROM account"));
    assertEquals("r1", migrator.current().get(0).id().value());
  }
}
