package dev.migrate.commands;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code db graph} and {@code db report}. */
class PictureCommandsTest {

  private static final RevisionGraph REVISIONS =
      RevisionGraph.of(
          Revision.of(
              Lineage.of("001").root().message("create accounts"),
              op -> op.createTable("account", column("id", bigint()), primaryKey("id"))),
          Revision.of(
              Lineage.of("002").after("001"), op -> op.addColumn("account", column("a", date()))),
          Revision.of(
              Lineage.of("003").after("001"), op -> op.addColumn("account", column("b", date()))));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @TempDir private Path folder;

  private int run(String url, String... arguments) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return DbCommand.of(() -> Migrator.on(source).revisions(REVISIONS).build())
        .out(stream(out), stream(err))
        .run(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private void upgradeTo(String target) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(database);
    Migrator.on(source).revisions(REVISIONS).build().upgrade(target);
  }

  @Test
  void graphDrawsWhatIsAppliedAndWhatIsNot() {
    upgradeTo("002");
    assertThat(run(database, "graph")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            ○ 003 (pending) (head)
            │ ● 002 (head)
            ├─╯
            ● 001 create accounts
            """);
  }

  @Test
  void graphOfTheCodeNeedsNoDatabase() {
    String nowhere = "jdbc:h2:tcp://localhost:1/nowhere";
    assertThat(run(nowhere, "graph", "--no-database", "--ascii")).isEqualTo(ExitCode.OK);
    assertThat(out).hasToString("o 003 (head)\n| o 002 (head)\n+-+\no 001 create accounts\n");
  }

  @Test
  void theNameOfTheFileSaysTheFormat() throws Exception {
    Path svg = folder.resolve("graph.svg");
    Path mermaid = folder.resolve("graph.mmd");
    assertThat(run(database, "graph", "--out", svg.toString())).isEqualTo(ExitCode.OK);
    assertThat(run(database, "graph", "--out", mermaid.toString())).isEqualTo(ExitCode.OK);
    assertThat(svg).content().contains("<svg ");
    assertThat(Files.readString(mermaid)).startsWith("flowchart TD\n");
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("wrote " + svg);
  }

  @Test
  void theSchemaIsADiagram() {
    upgradeTo("001");
    assertThat(run(database, "graph", "--schema", "--format", "mermaid")).isEqualTo(ExitCode.OK);
    assertThat(out).hasToString("erDiagram\n  t0[\"account\"] {\n    bigint id PK\n  }\n");
    assertThat(run(database, "graph", "--schema")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("add --format svg");
  }

  @Test
  void aFileThatExistsIsReplacedOnlyIfThatIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("report.html"), "mine");
    assertThat(run(database, "report", "--out", file.toString())).isEqualTo(ExitCode.ERROR);
    assertThat(file).hasContent("mine");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("the file " + file + " exists", "replace this one with --force");
    assertThat(run(database, "report", "--force", "--out", file.toString())).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").contains("CREATE TABLE");
  }

  @Test
  void aNameThatStandsForAnotherFormatIsRefused() {
    Path file = folder.resolve("graph.PNG");
    assertThat(run(database, "graph", "--out", file.toString())).isEqualTo(ExitCode.ERROR);
    assertThat(file).doesNotExist();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("not drawn in the format of graph.PNG", "--format");
    assertThat(run(database, "graph", "--format=text", "--out", file.toString()))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void aWidthThatShowsNothingIsRefused() {
    assertThat(run(database, "graph", "--width=-5")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("-5 columns", "such as 80");
  }

  @Test
  void jsonHasNoPlaceForAPicture() {
    Path file = folder.resolve("graph.svg");
    assertThat(run(database, "graph", "--json", "--ascii", "--out", file.toString()))
        .isEqualTo(ExitCode.ERROR);
    assertThat(file).doesNotExist();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("--json has no place for --out, --ascii\n");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"kind\": \"DefinitionException\"");
  }

  @Test
  void jsonOfTheCodeNeedsNoDatabase() {
    String nowhere = "jdbc:h2:tcp://localhost:1/nowhere";
    assertThat(run(nowhere, "graph", "--no-database", "--json")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"id\": \"003\"", "\"state\": null", "\"conflicts\": []");
  }

  @Test
  void aReportNeedsAFile() {
    assertThat(run(database, "report")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("db report --out report.html");
  }

  @Test
  void aFolderThatIsMissingIsNamed() {
    String file = folder.resolve("no/such/graph.svg").toString();
    assertThat(run(database, "graph", "--out", file)).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be written", "graph.svg");
  }
}
