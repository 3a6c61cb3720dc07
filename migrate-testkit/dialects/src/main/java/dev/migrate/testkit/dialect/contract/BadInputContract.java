package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.identity;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Mistakes of those who write revisions: each is refused before anything runs, even where the
 * operations before it are right, and the message names what is wrong and what to do.
 */
public interface BadInputContract extends DatabaseContract {

  /** A revision that is right, and before the mistake. */
  Revision BASE =
      Revision.of(
          Lineage.of("right").root(),
          op -> {
            op.createTable(
                "account",
                column("id", bigint()).notNull(),
                column("login", varchar(64)).notNull(),
                column("age", integer()),
                column("twice", integer()).storedAs("age * 2"),
                column("email", varchar(100)),
                primaryKey("id"),
                unique("login"),
                index("email"));
            op.createView("adult", view("SELECT age FROM account").reads("account", "age"));
          });

  /**
   * The mistakes of this database.
   *
   * @return by name: what makes the mistake
   */
  default Map<String, Consumer<Operations>> moreMistakes() {
    return Map.of();
  }

  private static Map<String, Consumer<Operations>> mistakes() {
    Map<String, Consumer<Operations>> mistakes = new TreeMap<>();
    String tooLong = "n".repeat(300);
    mistakes.put("name too long", op -> op.createTable(tooLong, column("id", integer())));
    mistakes.put("column too long", op -> op.addColumn("account", column(tooLong, integer())));
    mistakes.put("index too long", op -> op.createIndex("account", index("age").named(tooLong)));
    mistakes.put("identity on a varchar", op -> op.alterColumn("account", "login", identity()));
    mistakes.put(
        "default of the wrong type",
        op -> op.addColumn("account", column("n", integer()).defaultTo("x")));
    mistakes.put("column of a key", op -> op.dropColumn("account", "id"));
    mistakes.put("column of a unique key", op -> op.dropColumn("account", "login"));
    mistakes.put("column of an index", op -> op.dropColumn("account", "email"));
    mistakes.put("column of a view", op -> op.dropColumn("account", "age"));
    mistakes.put(
        "missing table", op -> op.addForeignKey("account", foreignKey("age").references("x")));
    mistakes.put(
        "target that is not a key",
        op -> op.addForeignKey("account", foreignKey("age").references("account", "age")));
    mistakes.put("column twice", op -> op.addColumn("account", column("age", integer())));
    mistakes.put("NUL in a text", op -> op.insert("account", columns("login"), row("a\0b")));
    return mistakes;
  }

  /** Each mistake, after an operation that is right. */
  @TestFactory
  default Stream<DynamicTest> isRefusedBeforeAnythingRan() {
    Map<String, Consumer<Operations>> all = mistakes();
    all.putAll(moreMistakes());
    return all.entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> isRefused(entry.getValue())));
  }

  private void isRefused(Consumer<Operations> mistake) {
    DataSource database = emptyDatabase();
    Revision wrong =
        Revision.of(
            Lineage.of("wrong").after("right"),
            op -> {
              op.addColumn("account", column("fine", integer()));
              mistake.accept(op);
            });
    MigrateException refused =
        assertThrows(MigrateException.class, () -> migrator(database, BASE, wrong).upgrade());
    String message = refused.getMessage();
    assertTrue(message.contains(" next "), () -> "says what to do: " + message);
    assertEquals(Map.of(), relations(database), () -> "nothing ran: " + message);
  }

  private static Map<String, String> relations(DataSource database) {
    Map<String, String> relations = new TreeMap<>();
    try {
      for (var name : new TestDatabase(database).relations()) {
        relations.put(name.toString(), "is there");
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return relations;
  }
}
