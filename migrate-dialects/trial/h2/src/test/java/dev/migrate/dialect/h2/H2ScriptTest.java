package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Script;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.VendorClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ScriptTest {

  private static DataSource emptyDatabase() {
    return Databases.h2();
  }

  static VendorClient.Result run(DataSource database, Path script, VendorClient.Mode mode) {
    UrlDataSource source = (UrlDataSource) database;
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-url", source.url(), "-user", source.user()));
    arguments.addAll(List.of("-password", source.password(), "-script", script.toString()));
    if (mode == VendorClient.Mode.GOING_ON) {
      arguments.add("-continueOnError");
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    RunScript runScript = new RunScript();
    runScript.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      runScript.runTool(arguments.toArray(new String[0]));
      return new VendorClient.Result(true, output.toString(StandardCharsets.UTF_8));
    } catch (SQLException failure) {
      return new VendorClient.Result(false, output.toString(StandardCharsets.UTF_8) + failure);
    }
  }

  private static final Revision TABLE =
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createTable("t", column("id", integer()).notNull(), primaryKey("id"));
            op.insert("t", columns("id"), row(1));
          });

  private static String script(DataSource database) {
    return Migrator.on(database).revisions(TABLE).build().upgradeScript().toString();
  }

  @Test
  void theStatementRunscriptReadsItToo(@TempDir Path folder) throws Exception {
    DataSource database = emptyDatabase();
    Path file = Files.writeString(folder.resolve("up.sql"), script(database));
    execute(database, "RUNSCRIPT FROM '" + file + "'");
    assertThat(rows(database, "SELECT id FROM t")).containsExactly("1");
    assertThat(Migrator.on(database).revisions(TABLE).build().upgrade().isEmpty()).isTrue();
  }

  @Test
  void usersWithoutAdminRightsRunItToo(@TempDir Path folder) throws Exception {
    UrlDataSource admin = UrlDataSource.h2();
    try (Connection kept = admin.getConnection()) {
      execute(admin, "CREATE USER app PASSWORD 'app'", "GRANT ALTER ANY SCHEMA TO app");
      DataSource app = Databases.of(admin.url(), "app", "app");
      Path file = Files.writeString(folder.resolve("up.sql"), script(app));
      VendorClient.Result result = run(app, file, VendorClient.Mode.USUAL);
      assertThat(result.succeeded()).as(result.output()).isTrue();
      assertThat(rows(admin, "SELECT id FROM t")).containsExactly("1");
      assertThat(kept.isClosed()).isFalse();
    }
  }

  /** Statistics that somebody collects are emptied, but collected further. */
  @Test
  void statisticsAreOnOrOffAsBefore(@TempDir Path folder) throws Exception {
    String statistics = "SELECT COUNT(*) > 0 FROM INFORMATION_SCHEMA.QUERY_STATISTICS";
    for (boolean before : List.of(true, false)) {
      DataSource database = emptyDatabase();
      execute(database, "SET QUERY_STATISTICS " + before, "SET @x = 1");
      Path file = Files.writeString(folder.resolve("up.sql"), script(database));
      assertThat(run(database, file, VendorClient.Mode.USUAL).succeeded()).isTrue();
      execute(database, "SET @x = 1");
      assertThat(rows(database, statistics)).containsExactly(before ? "TRUE" : "FALSE");
    }
  }

  /** The statistics keep a limited number of statements. */
  @Test
  void aLongScriptIsNotTakenForOneThatFailed(@TempDir Path folder) throws Exception {
    DataSource database = emptyDatabase();
    Revision rows =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              for (int i = 2; i < 800; i++) {
                op.insert("t", columns("id"), row(i));
              }
            });
    Script script = Migrator.on(database).revisions(TABLE, rows).build().upgradeScript();
    Path file = Files.writeString(folder.resolve("up.sql"), script.toString());
    VendorClient.Result result = run(database, file, VendorClient.Mode.GOING_ON);
    assertThat(result.output()).isEmpty();
    assertThat(rows(database, "SELECT COUNT(*) FROM t")).containsExactly("799");
  }

  private static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> rows(DataSource database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  static void ownStatements(Operations op) {
    op.execute(
        sql("INSERT INTO note (id, body) VALUES (3, $$a;b -- c$$), (4,$$x;y$$)")
            .reads("note")
            .writes("note")
            .undoneBy("DELETE FROM note WHERE id IN (3, 4)"));
    op.execute(
        sql("UPDATE note SET n = 4 // all; of 'them")
            .reads("note")
            .writes("note", "n")
            .needsNoUndo());
    op.execute(
        sql("UPDATE note SET n = /** it's; a comment **/ n + 1")
            .reads("note")
            .writes("note", "n")
            .needsNoUndo());
  }
}
