package dev.migrate.engine.trial;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import java.util.function.Consumer;

/** Revisions for the tests of this package. */
final class TrialRevisions {

  private TrialRevisions() {}

  /** Tables, columns, keys, indexes and rows, mixed so that every kind follows every other. */
  static Revision[] mixed() {
    return new Revision[] {
      root(
          "1",
          op -> {
            op.createTable(
                "account",
                column("id", integer()),
                column("name", varchar(50)).notNull(),
                primaryKey("id"),
                index("name"));
            op.insert("account", columns("id", "name"), row(1, "ada"), row(2, "bob"));
            op.addColumn("account", column("email", varchar(80)));
          }),
      after(
          "1",
          "2",
          op -> {
            op.update("account", set("email", "ada@example.org").where("id", 1).needsNoUndo());
            op.addUnique("account", unique("email"));
            op.createTable("invoice", column("id", bigint()), primaryKey("id"));
            op.insert("invoice", columns("id"), row(10L));
          }),
      after(
          "2",
          "3",
          op -> {
            op.renameTable("invoice", "bill");
            op.createIndex("account", index("email", "name").unique());
            op.renameColumn("account", "name", "full_name");
          })
    };
  }

  /** Three statements: a table, and two columns. */
  static Revision threeStatements(Lineage lineage) {
    String id = lineage.id().value();
    return Revision.of(
        lineage,
        op -> {
          op.createTable(id, column("n", integer()));
          op.addColumn(id, column("second_" + id, integer()));
          op.addColumn(id, column("third_" + id, integer()));
        });
  }

  static Revision root(String id, Consumer<Operations> upgrade) {
    return Revision.of(Lineage.of(id).root(), upgrade::accept);
  }

  static Revision after(String before, String id, Consumer<Operations> upgrade) {
    return Revision.of(Lineage.of(id).after(before), upgrade::accept);
  }

  /** A root that makes a table of its name. */
  static Revision table(String id) {
    return root(id, op -> op.createTable(id, column("n", integer())));
  }

  /** A revision that makes a table of its name. */
  static Revision table(String before, String id) {
    return after(before, id, op -> op.createTable(id, column("n", integer())));
  }
}
