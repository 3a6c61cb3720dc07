package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.type;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A few revisions of several statements, with two branches, and the same with a statement that
 * fails as long as a gate is closed. Immutable.
 *
 * @param own the statements that are special to the database
 */
record ScriptStory(Consumer<Operations> own) {

  /**
   * The revision below all others: a table with a row that must not be there twice, and one with
   * two rows of which there must be only one.
   */
  static final Revision GATE =
      Revision.of(
          Lineage.of("gate").root(),
          op -> {
            op.createTable("gate", column("n", integer()).notNull(), primaryKey("n"));
            op.createTable(
                "twins",
                column("id", integer()).notNull(),
                column("n", integer()),
                primaryKey("id"));
            op.createTable("team", column("id", bigint()).notNull(), primaryKey("id"));
            op.insert("gate", columns("n"), row(1));
            op.insert("twins", columns("id", "n"), row(1, 1), row(2, 1));
          });

  static final String[] OPEN = {"DELETE FROM gate", "DELETE FROM twins"};

  /** What the statement that fails is. */
  enum Fault {
    /** Rows that cannot be there. */
    ROWS,
    /** An index that cannot be there. */
    INDEX;

    /** Takes turns. */
    static Fault at(int number) {
      return number % 2 == 0 ? ROWS : INDEX;
    }
  }

  List<Revision> revisions() {
    return List.of(
        GATE,
        Revision.of(
            Lineage.of("note").after("gate"),
            op -> {
              op.createTable(
                  "note",
                  column("id", integer()).notNull(),
                  column("body", text()),
                  column("n", integer()),
                  column("team_id", bigint()),
                  primaryKey("id"),
                  foreignKey("team_id").references("team"));
              op.insert("note", columns("id", "body"), row(1, "日本 é"), row(2, null));
            }),
        Revision.of(
            Lineage.of("change").after("note"),
            op -> {
              op.createIndex("note", index("n"));
              op.alterColumn("note", "n", type(bigint()), defaultTo(7));
              op.insert("team", columns("id"), row(1));
            }),
        Revision.of(Lineage.of("own").after("change"), own),
        Revision.of(
            Lineage.of("aside").after("note"), op -> op.addColumn("team", column("x", integer()))),
        Revision.join(Lineage.of("join").after("own", "aside")));
  }

  /** How many statements can fail in a revision: before the first, and after each. */
  int positions(int revision) {
    return Recording.of(revisions().get(revision)).upgrade().size() + 1;
  }

  /** The revisions with a statement that fails at a position, up or down. */
  List<Revision> failing(int revision, int position, boolean down, Fault fault) {
    List<Revision> story = new ArrayList<>(revisions());
    Revision whole = story.get(revision);
    story.set(
        revision,
        Revision.of(
            whole.lineage(),
            op -> {
              List<Operation> operations = Recording.of(whole).upgrade();
              operations.subList(0, position).forEach(op::add);
              plant(op, down, fault);
              operations.subList(position, operations.size()).forEach(op::add);
            }));
    if (down && fault == Fault.INDEX) {
      story.set(0, Revision.of(GATE.lineage(), ScriptStory::gateWithIndex));
    }
    return List.copyOf(story);
  }

  /** Rows can be twins only after the index of the gate is gone. */
  private static void gateWithIndex(Operations op) {
    Recording.of(GATE).upgrade().subList(0, 4).forEach(op::add);
    op.createIndex("twins", index("n").unique());
  }

  private static void plant(Operations op, boolean down, Fault fault) {
    if (fault == Fault.ROWS) {
      String pass = "DELETE FROM gate WHERE n = 2";
      String fail = "INSERT INTO gate VALUES (1)";
      op.execute(
          sql(down ? pass : fail).reads("gate").writes("gate", "n").undoneBy(down ? fail : pass));
    } else if (down) {
      op.dropIndex("twins", "ix_twins_n");
      op.execute(
          sql("INSERT INTO twins VALUES (3, 1), (4, 1)")
              .reads("twins")
              .writes("twins")
              .needsNoUndo());
    } else {
      op.createIndex("twins", index("n").unique());
    }
  }
}
