package dev.migrate.benchmark;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The upgrade with this library. */
final class MigratorUpgrade {

  private MigratorUpgrade() {}

  static void to(int revisions, DataSource database) {
    Migrator.on(database).revisions(line(revisions)).build().upgrade();
  }

  /** Revisions one after the other, each of which creates a table. */
  private static List<Revision> line(int count) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      String table = "t" + i;
      revisions.add(
          Revision.of(
              i == 0 ? start.root() : start.after("r" + (i - 1)),
              op ->
                  op.createTable(
                      table,
                      column("id", bigint()).identity(),
                      column("name", varchar(64)).notNull(),
                      primaryKey("id"))));
    }
    return revisions;
  }
}
