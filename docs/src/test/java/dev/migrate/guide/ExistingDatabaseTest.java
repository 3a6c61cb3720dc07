package dev.migrate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.generate.Baseline;
import dev.migrate.generate.GeneratedBaseline;
import dev.migrate.generate.Generator;
import dev.migrate.generate.Inspected;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.DialectName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The examples about a database that existed before its first revision. */
class ExistingDatabaseTest {

  private static final String SCRIPT =
      """
      CREATE TABLE account (id BIGINT PRIMARY KEY, email VARCHAR(320) NOT NULL UNIQUE);
      CREATE TABLE invoice (id BIGINT PRIMARY KEY, account_id BIGINT REFERENCES account);
      CREATE TABLE audit (at TIMESTAMP, what CLOB);
      """;

  private final DataSource dataSource;
  private final DataSource scratch;

  @TempDir private Path sources;

  ExistingDatabaseTest(TestInfo test) {
    String name = test.getDisplayName().replaceAll("\\W", "");
    dataSource = Guide.database("existing" + name);
    scratch = Guide.database("scratch" + name);
  }

  @BeforeEach
  void tablesAreThere() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SCRIPT);
    }
  }

  @Test
  void theDatabaseBecomesRevisions() {
    // snippet: baseline
    GeneratedBaseline baseline =
        Baseline.from(dataSource).packageName("app.revision").modelClass("AppModel").generate();
    List<Path> files = baseline.writeTo(sources); // such as src/main/java
    List<String> missing = baseline.unexpressed(); // triggers, routines … by name
    // end
    assertThat(files)
        .containsExactly(
            sources.resolve("app/revision/ExistingSchema.java"),
            sources.resolve("app/revision/AppModel.java"))
        .allMatch(Files::exists);
    assertThat(missing).isEmpty();

    Migrator migrator = Migrator.on(dataSource).revisions(baseline.revisions()).build();
    // snippet: baseline-stamp
    migrator.stamp("heads"); // compares, and records; nothing runs
    assertThat(migrator.drift().isEmpty()).isTrue();
    // end
    assertThat(
            Generator.of(RevisionGraph.of(baseline.revisions()))
                .model(baseline.model())
                .dialect(DialectName.H2)
                .generate("nothing"))
        .isEmpty();
  }

  @Test
  void aPartIsEnough() {
    // snippet: baseline-only
    GeneratedBaseline baseline =
        Baseline.from(dataSource).packageName("app.revision").only("invoice").generate();
    // end
    assertThat(baseline.schema().names().toString()).isEqualTo("[account, invoice]");
  }

  @Test
  void aScriptIsAModel() {
    GeneratedBaseline baseline = Baseline.from(dataSource).generate();
    RevisionGraph graph = RevisionGraph.of(baseline.revisions());
    String schema = SCRIPT.replace("what CLOB", "what CLOB, who VARCHAR(64)");
    // snippet: inspected-script
    SchemaSource model = Inspected.fromScript(schema).on(scratch);
    // end
    assertThat(
            Generator.of(graph)
                .model(model)
                .dialect(DialectName.H2)
                .generate("add who")
                .orElseThrow()
                .operations()
                .toString())
        .isEqualTo("[add column audit.who varchar(64)]");
  }
}
