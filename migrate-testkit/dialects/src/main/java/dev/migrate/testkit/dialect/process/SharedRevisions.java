package dev.migrate.testkit.dialect.process;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import java.util.List;
import java.util.stream.IntStream;

/** What the processes run: each revision changes a table and adds a row to it. */
final class SharedRevisions {

  /** How many revisions there are. */
  static final int COUNT = 6;

  private SharedRevisions() {}

  static List<Revision> all() {
    return IntStream.range(0, COUNT).mapToObj(SharedRevisions::revision).toList();
  }

  private static Revision revision(int number) {
    if (number == 0) {
      return Revision.of(
          Lineage.of("r0").root(),
          op -> {
            op.createTable("shared", column("n", integer()));
            op.insert("shared", columns("n"), row(0));
          });
    }
    return Revision.of(
        Lineage.of("r" + number).after("r" + (number - 1)),
        op -> {
          op.addColumn("shared", column("c" + number, integer()));
          op.insert("shared", columns("n"), row(number));
        });
  }
}
