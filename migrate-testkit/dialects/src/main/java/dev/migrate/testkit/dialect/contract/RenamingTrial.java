package dev.migrate.testkit.dialect.contract;

import static dev.migrate.testkit.dialect.contract.Revisions.revision;
import static dev.migrate.testkit.dialect.contract.Revisions.upgrade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Texts of a schema before and after something in them is renamed. */
final class RenamingTrial {

  private RenamingTrial() {}

  /** Which of these statements the database takes; each is rolled back. */
  static List<Boolean> taken(DataSource database, List<String> statements) {
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

  /**
   * Before and after a renaming, an unrelated change, a drop that is undone, and all the way back.
   */
  static void requireSameMeaning(
      DataSource database,
      Consumer<Operations> create,
      Consumer<Operations> rename,
      Consumer<Operations> restate,
      Consumer<Operations> drop,
      List<String> before,
      List<String> after) {
    Revision r1 = revision("r1", "", create);
    Revision r2 = revision("r2", "r1", rename);
    Revision r3 = revision("r3", "r2", restate);
    Revision r4 = revision("r4", "r3", drop);
    Migrator migrator = Migrator.on(database).revisions(List.of(r1, r2, r3, r4)).build();
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
}
