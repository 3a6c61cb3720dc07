package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.identity;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.noDefault;
import static dev.migrate.Ddl.noIdentity;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.testkit.dialect.contract.Revisions.revision;
import static dev.migrate.testkit.dialect.contract.Revisions.upgrade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Row;
import dev.migrate.schema.Column;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Identity columns count beyond the rows that revisions insert. */
public interface IdentityContract extends DatabaseContract {

  /** The next row that the application inserts. */
  private String next(DataSource database) {
    execute(database, "INSERT INTO venue (n) VALUES (99)");
    List<String> ids = rows(database, "SELECT id FROM venue WHERE n = 99");
    execute(database, "UPDATE venue SET n = 98 WHERE n = 99");
    return ids.get(0);
  }

  private static Revision venues(Column id, Row first, Row... more) {
    return revision(
        "r1",
        "",
        op -> {
          op.createTable("venue", id, column("n", integer()), primaryKey("id"));
          op.insert("venue", columns("id", "n"), first, more);
        });
  }

  /**
   * The application's first insert gets a number that no row of the revisions has.
   *
   * @return a test for each mode
   */
  @TestFactory
  default Stream<DynamicTest> rowsWithNumbersMoveTheCounterBeyondThem() {
    return Stream.of(
            column("id", bigint()).identity(),
            column("id", integer()).identity(),
            column("id", integer()).identityAlways())
        .map(
            id ->
                dynamicTest(
                    id.toString(),
                    () -> {
                      DataSource database = emptyDatabase();
                      Revision r1 = venues(id, row(1, 1), row(7, 1), row(3, 1));
                      Revision r2 =
                          revision(
                              "r2",
                              "r1",
                              op -> op.insert("venue", columns("id"), row(20), row(15)));
                      Migrator migrator = migrator(database, r1, r2);
                      upgrade(migrator(database, r1));
                      assertEquals("8", next(database));
                      upgrade(migrator);
                      assertEquals("21", next(database));
                      migrator.downgrade("r1");
                      assertEquals("22", next(database), "a downgrade does not touch the counter");
                    }));
  }

  /** A counter that is beyond the rows already stays where it is. */
  @Test
  default void rowsWithLesserNumbersLeaveTheCounter() {
    DataSource database = emptyDatabase();
    Revision r1 = venues(column("id", bigint()).identity(), row(-5, 1));
    upgrade(migrator(database, r1));
    assertEquals("1", next(database));
    execute(database, "INSERT INTO venue (n) VALUES (2)", "INSERT INTO venue (n) VALUES (3)");
    execute(database, "DELETE FROM venue WHERE id = 2");
    Revision r2 =
        revision("r2", "r1", op -> op.insert("venue", columns("id"), row(2), row(0), row(-7)));
    upgrade(migrator(database, r1, r2));
    assertEquals("4", next(database));
    assertEquals(
        List.of("-7", "-5", "0", "1", "2", "3", "4"),
        rows(database, "SELECT id FROM venue ORDER BY id"));
  }

  /** A column that becomes an identity keeps its values, and goes on after the greatest. */
  @Test
  default void anIdentityOnAColumnWithRowsKeepsEveryRow() {
    DataSource database = emptyDatabase();
    Revision r1 = venues(column("id", bigint()), row(0, 1), row(7, 1), row(-3, 1));
    Revision r2 = revision("r2", "r1", op -> op.alterColumn("venue", "id", identity()));
    Revision r3 = revision("r3", "r2", op -> op.alterColumn("venue", "id", noIdentity()));
    Migrator migrator = migrator(database, r1, r2, r3);
    upgrade(migrator);
    migrator.downgrade("r2");
    assertEquals(List.of("-3", "0", "7"), rows(database, "SELECT id FROM venue ORDER BY id"));
    assertEquals("8", next(database));
    migrator.downgrade("r1");
    assertEquals(List.of("-3", "0", "7", "8"), rows(database, "SELECT id FROM venue ORDER BY id"));
  }

  /** A column that took its numbers from a sequence of its own goes on as an identity. */
  @Test
  default void aColumnWithASequenceOfItsOwnGoesOnAsAnIdentity() {
    DataSource database = emptyDatabase();
    Revision r1 =
        revision(
            "r1",
            "",
            op -> {
              op.createSequence("venue_number");
              op.createTable(
                  "venue",
                  column("id", integer()).defaultTo(nextValue("venue_number")),
                  column("n", integer()),
                  primaryKey("id"));
              op.setSequenceOwner("venue_number", "venue", "id");
            });
    Revision r2 =
        revision("r2", "r1", op -> op.alterColumn("venue", "id", noDefault(), identity()));
    upgrade(migrator(database, r1));
    execute(database, "INSERT INTO venue (n) VALUES (1)", "INSERT INTO venue (n) VALUES (2)");
    upgrade(migrator(database, r1, r2));
    assertEquals("3", next(database));
  }

  /** Rows of two branches get along with the counter in both orders. */
  @Test
  default void branchesThatInsertNumbersGetAlong() {
    DataSource database = emptyDatabase();
    Revision r1 = venues(column("id", bigint()).identity(), row(1, 1));
    Revision a = revision("a", "r1", op -> op.insert("venue", columns("id"), row(30)));
    Revision b = revision("b", "r1", op -> op.insert("venue", columns("id"), row(20)));
    Migrator migrator = migrator(database, r1, a, b);
    assertTrue(migrator.conflicts().isEmpty(), migrator.conflicts().toString());
    upgrade(migrator);
    assertEquals("31", next(database));
  }
}
