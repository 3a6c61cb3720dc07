package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.*;
import static dev.migrate.testkit.dialect.contract.Revisions.ids;
import static dev.migrate.testkit.dialect.contract.Shop.differences;
import static dev.migrate.testkit.dialect.contract.Shop.first;
import static dev.migrate.testkit.dialect.contract.Shop.shopIn;
import static dev.migrate.testkit.dialect.contract.Shop.team;
import static dev.migrate.testkit.dialect.contract.Shop.then;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.PlanException;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StampOutcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No statement takes away what no revision declared. */
public interface UndeclaredContract extends DatabaseContract {

  /**
   * A database that others made, and revisions that are about it.
   *
   * @param name what is special about it
   * @param statements make the database
   * @param declared what the first revision declares, which may be less than there is
   * @param change what the second revision changes
   * @param words a query for the database's own words about what must not get lost
   */
  record Adopted(
      String name,
      List<String> statements,
      Consumer<Operations> declared,
      Consumer<Operations> change,
      String words) {

    /** Copies. */
    public Adopted {
      statements = List.copyOf(statements);
    }
  }

  /** Databases with what is special to this product. */
  Stream<Adopted> adopted();

  /** Makes a trigger on a table. */
  List<String> trigger(String name, String table);

  @Test
  default void whatGoesWithADroppedTableIsNamedInThePlan() {
    DataSource database = shopIn(emptyDatabase());
    execute(database, trigger("audit", "member").toArray(new String[0]));
    Revision adopted = first(Shop::shop);
    StampOutcome outcome = migrator(database, adopted).stamp("heads");
    assertTrue(
        outcome.unmodelled().stream()
            .anyMatch(element -> element.toString().startsWith("trigger audit on table member")),
        outcome.unmodelled().toString());
    Revision drop =
        then(
            "drop",
            "first",
            op -> {
              op.renameTable("member", "person");
              op.dropTable("person");
            });
    List<String> losses = migrator(database, adopted, drop).upgradeScript().plan().dataLoss();
    assertTrue(
        losses.stream().anyMatch(loss -> loss.contains("trigger audit on table")),
        losses.toString());
    assertTrue(losses.contains("drop loses the rows of table person"), losses.toString());
  }

  @Test
  default void aDroppedConstraintThatUndoingWouldMakePlainerIsRefused() {
    DataSource database = shopIn(emptyDatabase());
    Revision plain = first(Shop::plainShop);
    migrator(database, plain).stampAccepting("not yet declared", "heads");
    Revision renamed = then("renamed", "first", op -> op.renameTable("member", "person"));
    Revision dropped =
        then("dropped", "renamed", op -> op.dropConstraint("person", "fk_member_team_id"));
    Migrator migrator = migrator(database, plain, renamed, dropped);
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("revision dropped"), refused.getMessage());
    assertEquals(
        List.of("constraint fk_member_team_id of table member: on delete"), differences(refused));
    assertEquals(List.of(), rows(database, "SELECT id FROM member"));
    assertThrows(SchemaMismatchException.class, migrator::upgradeScript);
    assertEquals(List.of("renamed"), ids(migrator.upgrade("renamed")));
  }

  /** Some databases drop an index over two columns with one of them, or leave it the other. */
  @Test
  default void anUndeclaredIndexOverADroppedColumnIsNotLost() {
    DataSource database = shopIn(emptyDatabase());
    execute(database, "CREATE UNIQUE INDEX ix_member ON member (team_id, name)");
    Revision declared = first(Shop::shop);
    migrator(database, declared).stampAccepting("the index is somebody else's", "heads");
    Revision dropped = then("dropped", "first", op -> op.dropColumn("member", "name"));
    SchemaMismatchException refused =
        assertThrows(
            SchemaMismatchException.class, () -> migrator(database, declared, dropped).upgrade());
    assertEquals(List.of("index ix_member of table member"), differences(refused));
    assertEquals(List.of(), rows(database, "SELECT name FROM member"));
    execute(database, "INSERT INTO team (id) VALUES (1)");
    Revision other = then("other", "first", op -> op.addColumn("member", column("n", integer())));
    assertEquals(List.of("other"), ids(migrator(database, declared, other).upgrade()));
  }

  /** MySQL drops a schema with all that is in it. */
  @Test
  default void aSchemaIsNotDroppedWithWhatSomebodyElseMadeInIt() {
    DataSource database = emptyDatabase();
    Revision schema = first(op -> op.createSchema("billing"));
    Migrator migrator = migrator(database, schema);
    try {
      migrator.upgrade();
    } catch (PlanException noSchemas) {
      return;
    }
    execute(database, "CREATE TABLE billing.extra (n INTEGER)");
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, () -> migrator.downgrade("base"));
    assertEquals(List.of("table billing.extra"), differences(refused));
    execute(database, "DROP TABLE billing.extra");
    assertEquals(List.of("first"), ids(migrator.downgrade("base")));
  }

  @Test
  default void undeclaredPartsOfADroppedTableAreNamedInThePlan() {
    DataSource database = shopIn(emptyDatabase());
    Revision plain =
        first(
            op -> {
              team(op);
              op.createTable("member", column("id", bigint()).notNull(), primaryKey("id"));
            });
    migrator(database, plain).stampAccepting("the rest is somebody else's", "heads");
    Revision drop = then("drop", "first", op -> op.dropTable("member"));
    String losses = migrator(database, plain, drop).upgradeScript().plan().dataLoss().toString();
    assertTrue(losses.contains("undeclared column name on table member"), losses);
    assertTrue(losses.contains("undeclared constraint fk_member_team_id on table"), losses);
  }

  /** The way out that the refusal names. */
  @Test
  default void onceDeclaredTheSameChangeRuns() {
    DataSource database = shopIn(emptyDatabase());
    Revision partial =
        first(
            op -> {
              team(op);
              op.createTable(
                  "member",
                  column("id", bigint()).notNull(),
                  column("name", varchar(20)),
                  column("team_id", bigint()),
                  primaryKey("id"));
            });
    migrator(database, partial).stampAccepting("the key is declared next", "heads");
    Revision declared =
        then(
            "declared",
            "first",
            op ->
                op.addForeignKey(
                    "member", foreignKey("team_id").references("team").onDelete(CASCADE)));
    migrator(database, partial, declared).stamp("declared");
    Revision dropped =
        then("dropped", "declared", op -> op.dropConstraint("member", "fk_member_team_id"));
    Migrator migrator = migrator(database, partial, declared, dropped);
    assertEquals(List.of("dropped"), ids(migrator.upgrade()));
    assertEquals(List.of("dropped"), ids(migrator.downgrade("declared")));
    execute(
        database,
        "INSERT INTO team (id) VALUES (1)",
        "INSERT INTO member (id, team_id) VALUES (1, 1)",
        "DELETE FROM team");
  }

  /**
   * Either the database keeps its own words through an upgrade and a downgrade, or the revision is
   * refused before anything ran.
   *
   * @return a test for each database
   */
  @TestFactory
  default Stream<DynamicTest> nothingIsLostThatNoRevisionDeclared() {
    return adopted().map(adopted -> dynamicTest(adopted.name(), () -> requireKept(adopted)));
  }

  private void requireKept(Adopted adopted) {
    DataSource database = emptyDatabase();
    execute(database, adopted.statements().toArray(new String[0]));
    List<String> words = rows(database, adopted.words());
    Revision declared = first(adopted.declared());
    Migrator adopting = migrator(database, declared);
    boolean refused = false;
    try {
      adopting.stamp("first");
    } catch (SchemaMismatchException differs) {
      refused = true;
      adopting.stampAccepting("to see whether the change is refused too", "first");
    }
    Migrator migrator = migrator(database, declared, then("change", "first", adopted.change()));
    try {
      migrator.upgrade();
      migrator.downgrade("first");
    } catch (SchemaMismatchException lost) {
      assertTrue(refused, () -> "stamp saw no difference, and then: " + lost.getMessage());
      assertEquals(
          List.of("first"), migrator.current().stream().map(info -> info.id().value()).toList());
    }
    assertEquals(words, rows(database, adopted.words()));
  }
}
