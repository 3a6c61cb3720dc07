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
import dev.migrate.report.Script;
import dev.migrate.report.TargetException;
import dev.migrate.schema.DialectName;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"heads:base", "two:table", "one:base", "one:table@base"})
  void swappedEndsOfAnUpgradeAreRefused(String range) {
    String[] ends = range.split(":");
    assertThatThrownBy(() -> OFFLINE.upgradeScript(range))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("no line leads up from")
        .hasMessageContaining("write \"" + ends[1] + ":" + ends[0] + "\"");
    assertThat(OFFLINE.downgradeScript(range).plan().isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"base:table", "table:two"})
  void swappedEndsOfADowngradeAreRefused(String range) {
    String[] ends = range.split(":");
    assertThatThrownBy(() -> OFFLINE.downgradeScript(range))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("no line leads down from")
        .hasMessageContaining("write \"" + ends[1] + ":" + ends[0] + "\"");
    assertThat(OFFLINE.upgradeScript(range).plan().isEmpty()).isFalse();
  }

  @Test
  void endsOnTwoLinesAreAScript() {
    OfflineMigrator accepting = OFFLINE.acceptConflict("one", "two", "the last one counts");
    assertThat(accepting.upgradeScript("one:two").plan().revisions()).hasSize(1);
    assertThat(OFFLINE.upgradeScript("one:one").plan().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"current:heads", "+1:heads", "-1:"})
  void whatIsAppliedIsNotKnown(String range) {
    for (Function<String, Script> script :
        List.<Function<String, Script>>of(
            OFFLINE::upgradeScript,
            OFFLINE::downgradeScript,
            each -> OFFLINE.stampAcceptingScript("why", each))) {
      assertThatThrownBy(() -> script.apply(range))
          .isInstanceOf(TargetException.class)
          .hasMessageContaining("starts at what is applied, which only a database knows");
    }
  }

  @Test
  void aStampRunsNothingAndStatesTheReason() {
    Script script = OFFLINE.stampAcceptingScript("made by hand\nDROP TABLE t;", "one");

    assertThat(script.plan().isEmpty()).isTrue();
    assertThat(script.statements()).isEmpty();
    assertThat(script.toString())
        .contains(
            "-- stamp on H2",
            "-- The schema of the database is not compared, because made by hand\n-- DROP TABLE t;",
            "-- record table\n",
            "-- record one\n",
            "INSERT INTO migrate_history")
        .doesNotContain("ALTER TABLE", "\nDROP TABLE", "CREATE TABLE t");
    assertThat(OFFLINE.stampAcceptingScript("why", "one:table").toString())
        .contains("-- record one as not applied\n", "DELETE FROM migrate_history");
    assertThat(OFFLINE.stampAcceptingScript("why", "one:one").toString())
        .endsWith(": nothing to record");
    assertThatThrownBy(() -> OFFLINE.stampAcceptingScript(" ", "one"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("the reason is blank");
  }
}
