package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
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
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.branch.BranchRun;
import dev.migrate.testkit.dialect.database.TestDatabase;
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
 * Makes every two things of the same name, one after the other, and compares with what is planned
 * by {@link Dialect#nameSpaces}: a plan is refused exactly where the database refuses the second. A
 * dialect proves it by implementing this interface in a test.
 */
public interface NameSpacesContract extends DatabaseContract {

  /** What belongs to a table. */
  Set<Kind> PARTS =
      EnumSet.of(Kind.INDEX, Kind.PRIMARY_KEY, Kind.KEY, Kind.FOREIGN_KEY, Kind.CHECK);

  /** What has a name that the revision chooses. */
  Set<Kind> NAMED =
      EnumSet.of(
          Kind.TABLE,
          Kind.VIEW,
          Kind.SEQUENCE,
          Kind.ENUM_TYPE,
          Kind.INDEX,
          Kind.PRIMARY_KEY,
          Kind.KEY,
          Kind.FOREIGN_KEY,
          Kind.CHECK);

  /**
   * Something with a name.
   *
   * @param text what it is
   * @param body makes it
   */
  record Thing(String text, Consumer<Operations> body) {

    List<Operation> operations() {
      return Recording.of(revision("second", "ground", body)).upgrade();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static Revision revision(String id, String parent, Consumer<Operations> body) {
    return Revision.of(Lineage.of(id).after(parent), body);
  }

  private static void ground(Operations op) {
    op.createTable("parent", column("k", integer()), unique("k").named("parent_key"));
    for (String table : List.of("one", "other")) {
      op.createTable(
          table,
          column("a", integer()),
          column("b", integer()),
          column("c", integer()),
          column("d", integer()),
          column("e", integer()).notNull());
    }
  }

  private static Thing thing(Kind kind, String table, String name) {
    Consumer<Operations> body =
        switch (kind) {
          case TABLE -> op -> op.createTable(name, column("id", integer()));
          case VIEW -> op -> op.createView(name, view("SELECT a FROM one").reads("one", "a"));
          case SEQUENCE -> op -> op.createSequence(name);
          case ENUM_TYPE -> op -> op.createEnumType(name, "x");
          case INDEX -> op -> op.createIndex(table, index("a").named(name));
          case PRIMARY_KEY -> op -> op.addPrimaryKey(table, primaryKey("e").named(name));
          case KEY -> op -> op.addUnique(table, unique("b").named(name));
          case FOREIGN_KEY ->
              op -> op.addForeignKey(table, foreignKey("c").references("parent", "k").named(name));
          case CHECK -> op -> op.addCheck(table, check("d > 0").named(name));
          default -> throw new IllegalArgumentException(kind + " has no name of its own choice");
        };
    return new Thing(kind + (PARTS.contains(kind) ? " of " + table : "") + " " + name, body);
  }

  private static List<Thing> things(String name) {
    List<Thing> things = new ArrayList<>();
    for (Kind kind : NAMED) {
      for (String table : PARTS.contains(kind) ? List.of("one", "other") : List.of("other")) {
        things.add(thing(kind, table, name));
      }
    }
    return things;
  }

  /** Every two of which the first can be in the way of the second. */
  private static List<List<Thing>> pairs() {
    List<List<Thing>> pairs = new ArrayList<>();
    for (Kind kind : NAMED) {
      for (Thing second : things("same")) {
        pairs.add(List.of(thing(kind, "one", "same"), second));
      }
      pairs.add(List.of(thing(kind, "one", "Same"), thing(kind, "one", "same")));
      pairs.add(List.of(thing(kind, "one", "same"), thing(kind, "other", "SAME")));
    }
    Thing identity =
        new Thing(
            "identity same.id", op -> op.createTable("same", column("id", bigint()).identity()));
    Thing notNull = new Thing("not null one.a", op -> op.alterColumn("one", "a", notNull()));
    // PostgreSQL refuses a sequence with the name of a type, but not a type with that of a
    // sequence.
    List<Thing> others =
        things("same_id_seq").stream()
            .filter(other -> !other.text().startsWith(Kind.ENUM_TYPE.toString()))
            .toList();
    for (Thing other : others) {
      pairs.add(List.of(identity, other));
      pairs.add(List.of(other, identity));
    }
    for (Thing other : things("one_a_not_null")) {
      pairs.add(List.of(notNull, other));
      pairs.add(List.of(other, notNull));
    }
    for (String name : List.of("A", "Z")) {
      pairs.add(
          List.of(
              new Thing("column one.z", op -> op.addColumn("one", column("z", integer()))),
              new Thing("column one." + name, op -> op.addColumn("one", column(name, integer())))));
    }
    pairs.add(
        List.of(
            new Thing("index over c", op -> op.createIndex("one", index("c").named("same"))),
            thing(Kind.FOREIGN_KEY, "one", "same")));
    return pairs;
  }

  @Test
  default void aNameIsRefusedExactlyWhereTheDatabaseRefusesIt() throws SQLException {
    List<String> wrong = new ArrayList<>();
    DataSource database = emptyDatabase();
    boolean rollsBack;
    try (Connection connection = database.getConnection()) {
      rollsBack = TestDatabase.dialect(connection).capabilities().transactionalDdl();
    }
    for (List<Thing> pair : pairs()) {
      try (Connection connection = (rollsBack ? database : emptyDatabase()).getConnection()) {
        connection.setAutoCommit(!rollsBack);
        compare(pair.get(0), pair.get(1), connection, wrong);
        if (rollsBack) {
          connection.rollback();
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void compare(Thing one, Thing other, Connection connection, List<String> wrong)
      throws SQLException {
    Dialect dialect = TestDatabase.dialect(connection);
    BranchRun run = new BranchRun(dialect, connection, Schema.empty(), () -> {});
    Revision ground = Revision.of(Lineage.of("ground").root(), NameSpacesContract::ground);
    run.up(Recording.of(ground).upgrade());
    if (!fits(one.operations(), run.folded(), dialect)
        || !run.up(one.operations())
        || !fits(other.operations(), run.folded(), dialect)) {
      return;
    }
    boolean isMade = run.up(other.operations());
    RevisionGraph line =
        RevisionGraph.of(
            ground,
            revision("first", "ground", one.body()),
            revision("second", "first", other.body()));
    try {
      OfflineMigrator.of(dialect, line).upgradeScript("base:heads");
      if (!isMade) {
        wrong.add(one + ", then " + other + ": planned, and refused by the database");
      }
    } catch (PlanException refused) {
      if (isMade) {
        wrong.add(one + ", then " + other + ": not planned: " + refused.getMessage());
      }
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
