package dev.migrate.testkit;

import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.dialect.RenderContext;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Makes every two things of the same name, in either order, and compares with what {@link
 * Dialect#nameSpaces} says: what it allows can be made, and what it does not allow of the parts of
 * tables cannot. A dialect proves it by implementing this interface in a test.
 */
public interface NameSpacesContract extends DatabaseContract {

  /** What belongs to a table. */
  Set<Kind> PARTS = EnumSet.of(Kind.INDEX, Kind.KEY, Kind.FOREIGN_KEY, Kind.CHECK);

  private static List<Operation> recorded(Consumer<Operations> body) {
    return Recording.of(Revision.of(Lineage.of("names").root(), body)).upgrade();
  }

  private static void ground(Operations op) {
    op.createTable("parent", column("k", integer()), unique("k").named("parent_key"));
    for (String table : List.of("one", "other")) {
      op.createTable(
          table,
          column("a", integer()),
          column("b", integer()),
          column("c", integer()),
          column("d", integer()));
    }
  }

  private static List<Operation> making(Kind kind, String table) {
    return recorded(
        op -> {
          switch (kind) {
            case TABLE -> op.createTable("same", column("id", integer()));
            case VIEW -> op.createView("same", view("SELECT a FROM one").reads("one", "a"));
            case SEQUENCE -> op.createSequence("same");
            case ENUM_TYPE -> op.createEnumType("same", "x");
            case INDEX -> op.createIndex(table, index("a").named("same"));
            case KEY -> op.addUnique(table, unique("b").named("same"));
            case FOREIGN_KEY ->
                op.addForeignKey(table, foreignKey("c").references("parent", "k").named("same"));
            case CHECK -> op.addCheck(table, check("d > 0").named("same"));
            case IDENTITY -> throw new IllegalArgumentException("has no name of its own choice");
          }
        });
  }

  @Test
  default void whatMayHaveTheSameNameCanBeMade() throws SQLException {
    List<String> wrong = new ArrayList<>();
    DataSource database = emptyDatabase();
    boolean rollsBack;
    try (Connection connection = database.getConnection()) {
      rollsBack = Snapshot.dialect(connection).capabilities().transactionalDdl();
    }
    for (Kind one : EnumSet.complementOf(EnumSet.of(Kind.IDENTITY))) {
      for (Kind other : EnumSet.complementOf(EnumSet.of(Kind.IDENTITY))) {
        for (String table : PARTS.contains(other) ? List.of("one", "other") : List.of("other")) {
          boolean sameTable = table.equals("one");
          boolean areConstraints = one != Kind.INDEX && other != Kind.INDEX;
          // Of one table the model has each name once for constraints and once for indexes.
          if (!sameTable || !PARTS.contains(one) || (one != other && !areConstraints)) {
            try (Connection connection = (rollsBack ? database : emptyDatabase()).getConnection()) {
              connection.setAutoCommit(!rollsBack);
              compare(one, other, table, connection, wrong);
              if (rollsBack) {
                connection.rollback();
              }
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void compare(
      Kind one, Kind other, String table, Connection connection, List<String> wrong)
      throws SQLException {
    Dialect dialect = Snapshot.dialect(connection);
    boolean sameTable = PARTS.contains(one) && table.equals("one");
    BranchRun run = new BranchRun(dialect, connection, Schema.empty(), () -> {});
    run.up(recorded(NameSpacesContract::ground));
    if (!fits(making(one, "one"), run.folded(), dialect)
        || !run.up(making(one, "one"))
        || !fits(making(other, table), run.folded(), dialect)) {
      return;
    }
    boolean isMade = run.up(making(other, table));
    Set<Kind> ofTables = EnumSet.of(Kind.TABLE);
    ofTables.addAll(PARTS);
    boolean isAllowed = dialect.nameSpaces().allows(one, other, sameTable);
    boolean isStrict = ofTables.contains(one) && ofTables.contains(other);
    if (isAllowed ? !isMade : isMade && isStrict) {
      wrong.add(one + ", " + other + (sameTable ? " of one table" : "") + ": made " + isMade);
    }
  }

  /** Whether the model allows it and the database has such things at all. */
  private static boolean fits(List<Operation> operations, Schema before, Dialect dialect) {
    try {
      for (Operation operation : operations) {
        dialect.renderer().render(operation, new RenderContext(before));
        operation.applyTo(before);
      }
      return true;
    } catch (MigrateException refused) {
      return false;
    }
  }
}
