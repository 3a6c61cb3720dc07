package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.ConflictException;
import dev.migrate.schema.DialectName;
import org.junit.jupiter.api.Test;

/** Scripts without a database are planned and refused like those with one. */
class H2OfflineTest {

  private static final RevisionGraph BRANCHES =
      RevisionGraph.of(
          Revision.of(
              Lineage.of("table").root(), op -> op.createTable("t", column("n", integer()))),
          Revision.of(
              Lineage.of("one").after("table"), op -> op.alterColumn("t", "n", defaultTo(1))),
          Revision.of(
              Lineage.of("two").after("table"), op -> op.alterColumn("t", "n", defaultTo(2))));

  private static final OfflineMigrator OFFLINE = OfflineMigrator.of(DialectName.H2, BRANCHES);

  @Test
  void aConflictIsRefusedUnlessItIsAccepted() {
    assertThatThrownBy(() -> OFFLINE.upgradeScript("base:heads"))
        .isInstanceOf(ConflictException.class);
    OfflineMigrator accepting = OFFLINE.acceptConflict("one", "two", "the last one counts");
    assertThat(accepting.upgradeScript("base:heads").plan().revisions()).hasSize(3);
    assertThatThrownBy(() -> accepting.acceptConflict("two", "one", "again"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("acceptConflict(…) was already called, with the last one counts");
    assertThatThrownBy(() -> OFFLINE.acceptConflict("one", "three", "why"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("names three, which is not in the graph");
  }

  @Test
  void theHistoryTableCanHaveAnotherName() {
    assertThat(OFFLINE.upgradeScript("base:one").toString()).contains("migrate_history");
    assertThat(OFFLINE.historyTable("other").upgradeScript("base:one").toString())
        .contains("other")
        .doesNotContain("migrate_history");
  }
}
