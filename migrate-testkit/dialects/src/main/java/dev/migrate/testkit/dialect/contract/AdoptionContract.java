package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanException;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StampOutcome;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What becomes of objects that somebody else made: they are compared before they are recorded, and
 * no statement takes away what no revision declared. A dialect proves it by implementing this
 * interface in a test.
 */
public interface AdoptionContract extends DatabaseContract {

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

  /**
   * Databases with what is special to this product.
   *
   * @return the databases
   */
  Stream<Adopted> adopted();

  /**
   * Makes a trigger on a table.
   *
   * @param name the trigger
   * @param table the table
   * @return the statements
   */
  List<String> trigger(String name, String table);

  /** Two tables, of which one refers to the other. */
  List<String> SHOP =
      List.of(
          "CREATE TABLE team (id BIGINT NOT NULL, CONSTRAINT pk_team PRIMARY KEY (id))",
          "CREATE TABLE member (id BIGINT NOT NULL, name VARCHAR(20), team_id BIGINT,"
              + " CONSTRAINT pk_member PRIMARY KEY (id), CONSTRAINT fk_member_team_id"
              + " FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE)");

  private static Revision first(Consumer<Operations> declared) {
    return Revision.of(Lineage.of("first").root(), declared);
  }

  private static Revision then(String id, String after, Consumer<Operations> change) {
    return Revision.of(Lineage.of(id).after(after), change);
  }

  private static void team(Operations op) {
    op.createTable("team", column("id", bigint()).notNull(), primaryKey("id"));
  }

  /** As the shop, but for the action of the foreign key. */
  private static void plainShop(Operations op) {
    team(op);
    op.createTable(
        "member",
        column("id", bigint()).notNull(),
        column("name", varchar(20)),
        column("team_id", bigint()),
        primaryKey("id"),
        foreignKey("team_id").references("team"));
  }

  private static void shop(Operations op) {
    team(op);
    op.createTable(
        "member",
        column("id", bigint()).notNull(),
        column("name", varchar(20)),
        column("team_id", bigint()),
        primaryKey("id"),
        foreignKey("team_id").references("team").onDelete(CASCADE));
  }

  private DataSource shop() {
    DataSource database = emptyDatabase();
    execute(database, SHOP.toArray(new String[0]));
    return database;
  }

  private static List<String> differences(SchemaMismatchException refused) {
    return refused.difference().entries().stream().map(Entry::what).toList();
  }

  private void requireNothingRecorded(DataSource database) {
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
  }

  @Test
  default void whatIsAsDeclaredIsRecorded() {
    DataSource database = shop();
    StampOutcome outcome = migrator(database, first(AdoptionContract::shop)).stamp("heads");
    assertEquals("recorded as applied: first", TestDatabase.recorded(outcome));
    assertTrue(outcome.accepted().isEmpty());
  }

  @Test
  default void aDifferenceIsRefusedAttributeByAttribute() {
    DataSource database = shop();
    Revision wrong =
        first(
            op -> {
              team(op);
              op.createTable(
                  "member",
                  column("id", bigint()).notNull(),
                  column("nme", varchar(20)),
                  column("team_id", integer()).notNull(),
                  primaryKey("id"));
            });
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, () -> migrator(database, wrong).stamp("heads"));
    assertEquals(
        List.of(
            "column member.name",
            "column member.nme",
            "column member.team_id: type",
            "column member.team_id: nullability",
            "constraint fk_member_team_id of table member"),
        differences(refused).stream().filter(what -> !what.startsWith("index ")).toList());
    assertTrue(refused.getMessage().contains("stampAccepting(\"reason\", \"target\")"));
    requireNothingRecorded(database);
  }

  @Test
  default void anEmptyDatabaseIsNotRecorded() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, first(AdoptionContract::shop));
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, () -> migrator.stamp("heads"));
    assertEquals(List.of("table member", "table team"), differences(refused));
    assertTrue(refused.getMessage().contains("call upgrade()"), refused.getMessage());
    requireNothingRecorded(database);
    assertEquals(1, migrator.upgrade().revisions().size());
  }

  @Test
  default void anAcceptedDifferenceIsReturnedWithTheReason() {
    DataSource database = shop();
    StampOutcome outcome =
        migrator(database, first(AdoptionContract::plainShop))
            .stampAccepting("the rule is kept by hand", "heads");
    assertEquals("the rule is kept by hand", outcome.reason().orElseThrow());
    assertEquals(
        List.of("constraint fk_member_team_id of table member"),
        outcome.accepted().entries().stream().map(Entry::what).toList());
  }

  @Test
  default void whatNoRevisionMentionsIsLeftAloneAndNamed() {
    DataSource database = shop();
    execute(database, "CREATE VIEW names AS SELECT name FROM member");
    Revision partial = first(AdoptionContract::team);
    Revision next = then("next", "first", op -> op.addColumn("team", column("name", varchar(30))));
    StampOutcome outcome = migrator(database, partial).stamp("heads");
    assertEquals(
        List.of("view names", "table member"),
        outcome.undeclared().stream().map(Object::toString).toList());
    assertEquals(1, migrator(database, partial, next).upgrade().revisions().size());
    execute(database, "INSERT INTO team (id, name) VALUES (1, 'a')", "DELETE FROM member");
  }

  /** Databases write conditions and queries in their own way; some cannot be asked how. */
  @Test
  default void anotherConditionOrQueryIsADifferenceOrNamed() {
    DataSource database = emptyDatabase();
    execute(
        database,
        "CREATE TABLE note (n INTEGER, CONSTRAINT ck CHECK (n > 10 AND n IN (11, 12)))",
        "CREATE VIEW few AS SELECT n FROM note WHERE n > 10");
    Revision same =
        first(
            op -> {
              op.createTable(
                  "note", column("n", integer()), check("n > 10 AND n IN (11, 12)").named("ck"));
              op.createView("few", view("SELECT n FROM note WHERE n > 10").reads("note"));
            });
    migrator(database, same).stamp("heads");
    Revision other =
        first(
            op -> {
              op.createTable(
                  "note", column("n", integer()), check("n > 0 AND n IN (1, 2)").named("ck"));
              op.createView("few", view("SELECT n FROM note WHERE n > 0").reads("note"));
            });
    List<String> found = new ArrayList<>();
    try {
      migrator(database, other).restamp("heads");
    } catch (SchemaMismatchException refused) {
      refused.difference().entries().forEach(entry -> found.add(entry.element().toString()));
    }
    migrator(database, other)
        .restampAccepting("it is somebody else's", "heads")
        .uncompared()
        .forEach(element -> found.add(element.toString()));
    assertEquals(
        List.of("constraint ck of table note", "view few"), found.stream().sorted().toList());
  }

  @Test
  default void whatGoesWithADroppedTableIsNamedInThePlan() {
    DataSource database = shop();
    execute(database, trigger("audit", "member").toArray(new String[0]));
    Revision adopted = first(AdoptionContract::shop);
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
    DataSource database = shop();
    Revision plain = first(AdoptionContract::plainShop);
    migrator(database, plain).stampAccepting("not yet declared", "heads");
    Revision renamed = then("renamed", "first", op -> op.renameTable("member", "person"));
    Revision dropped =
        then("dropped", "renamed", op -> op.dropConstraint("person", "fk_member_team_id"));
    Migrator migrator = migrator(database, plain, renamed, dropped);
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("revision dropped"), refused.getMessage());
    assertEquals(List.of("constraint fk_member_team_id of table member"), differences(refused));
    assertEquals(List.of(), rows(database, "SELECT id FROM member"));
    assertThrows(SchemaMismatchException.class, migrator::upgradeScript);
    assertEquals(List.of("renamed"), ids(migrator.upgrade("renamed")));
  }

  /** Some databases drop an index over two columns with one of them, or leave it the other. */
  @Test
  default void anUndeclaredIndexOverADroppedColumnIsNotLost() {
    DataSource database = shop();
    execute(database, "CREATE UNIQUE INDEX ix_member ON member (team_id, name)");
    Revision declared = first(AdoptionContract::shop);
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
    DataSource database = shop();
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
    DataSource database = shop();
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

  @Test
  default void rawSqlThatMakesMoreThanItMeansIsLookedAtBeforeALaterRevision() {
    DataSource database = emptyDatabase();
    Revision raw =
        first(
            op -> {
              op.execute(sql(SHOP.get(0)).means(AdoptionContract::team));
              op.execute(
                  sql(SHOP.get(1))
                      .means(
                          o ->
                              o.createTable(
                                  "member",
                                  column("id", bigint()).notNull(),
                                  column("name", varchar(20)),
                                  column("team_id", bigint()),
                                  primaryKey("id"),
                                  foreignKey("team_id").references("team"))));
            });
    Revision dropped =
        then("dropped", "first", op -> op.dropConstraint("member", "fk_member_team_id"));
    Migrator migrator = migrator(database, raw, dropped);
    assertThrows(SchemaMismatchException.class, migrator::upgrade);
    assertEquals(
        List.of("first"), migrator.current().stream().map(info -> info.id().value()).toList());
  }

  private static List<String> ids(Outcome outcome) {
    return outcome.revisions().stream().map(id -> id.value()).toList();
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
