package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Conflict;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.RevisionInfo;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Revisions whose lineages change after some of them were applied. */
final class ChangedLineages {

  private ChangedLineages() {}

  /** A revision by its lineage in words: {@code "c after a b dependsOn d"}. */
  static Revision revision(String lineage, Consumer<Operations> upgrade) {
    List<String> words = List.of(lineage.split(" "));
    int dependsOn = words.indexOf("dependsOn");
    int end = dependsOn < 0 ? words.size() : dependsOn;
    Lineage.Start start = Lineage.of(words.get(0));
    Lineage result =
        end < 3
            ? start.root()
            : start.after(words.get(2), words.subList(3, end).toArray(String[]::new));
    for (String dependency : words.subList(Math.min(end + 1, words.size()), words.size())) {
      result = result.dependsOn(dependency);
    }
    return Revision.of(result, upgrade);
  }

  /** A table with a row. */
  static Revision table(String lineage, String name) {
    return revision(
        lineage,
        op -> {
          op.createTable(name, column("id", integer()).notNull(), primaryKey("id"));
          op.insert(name, columns("id"), row(1));
        });
  }

  static Revision adding(String lineage, String column) {
    return revision(lineage, op -> op.addColumn("t", column(column, varchar(10))));
  }

  static String ids(Outcome outcome) {
    return String.join(" ", outcome.revisions().stream().map(RevisionId::value).toList());
  }

  static String ids(List<RevisionInfo> infos) {
    return String.join(" ", infos.stream().map(info -> info.id().value()).toList());
  }

  static String missing(Migrator migrator) {
    return ids(migrator.history().stream().filter(RevisionInfo::isMissing).toList());
  }

  /** Deletes a row of the history by hand. */
  static void lose(DataSource database, String id) {
    try {
      new TestDatabase(database).execute("DELETE FROM migrate_history WHERE id = '" + id + "'");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The next start finds nothing to do with one statement and no lock. */
  static void requireQuiet(DataSource database, Revision... revisions) {
    CountingDataSource counting = new CountingDataSource(database);
    assertTrue(new TestDatabase(counting).migrator(revisions).upgrade().isEmpty());
    assertEquals(1, counting.statements(), () -> counting.sql().toString());
    assertEquals(0, counting.commits());
  }

  static HistoryException refused(Migrator migrator) {
    assertThrows(HistoryException.class, migrator::upgradeScript);
    HistoryException refused = assertThrows(HistoryException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("nothing ran"), refused.getMessage());
    return refused;
  }

  static void requireConflict(HistoryException refused, String first, String second) {
    Conflict conflict = refused.conflicts().get(0);
    assertEquals(RevisionId.of(first), conflict.first().revision(), refused.getMessage());
    assertEquals(RevisionId.of(second), conflict.second().revision(), refused.getMessage());
    assertFalse(conflict.cells().isEmpty());
    assertTrue(refused.getMessage().contains(conflict.cell().toString()), refused.getMessage());
  }
}
