package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.report.DatabaseException;
import dev.migrate.schema.DialectName;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** This module's tests have the H2 driver on the class path, but no dialect. */
class MissingDialectTest {

  private final RevisionGraph graph = RevisionGraph.of(Revision.join(Lineage.of("only").root()));

  @Test
  void aDatabaseWithoutADialectNamesTheModuleToAdd() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      Migrator migrator = Migrator.on(connection).revisions(graph).build();
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("no dialect for H2")
          .hasMessageContaining("dev.migrate:migrate-dialect-h2");
    }
  }

  @Test
  void anOfflineScriptWithoutADialectNamesTheModuleToAdd() {
    assertThatThrownBy(() -> OfflineMigrator.of(DialectName.POSTGRESQL, graph))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("dev.migrate:migrate-dialect-postgresql");
  }

  @Test
  void aDialectThatNobodyKnowsIsAskedFor() {
    assertThatThrownBy(() -> OfflineMigrator.of(new DialectName("oracle"), graph))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("correct the name, or hand over a dialect in its place");
  }
}
