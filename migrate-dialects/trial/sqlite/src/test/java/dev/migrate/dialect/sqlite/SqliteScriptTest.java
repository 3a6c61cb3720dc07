package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.CASCADE;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Script;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.VendorClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts under the shell sqlite3, which is taken from the path. */
class SqliteScriptTest {

  private static final Optional<Path> SQLITE =
      Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
          .map(folder -> Path.of(folder, "sqlite3"))
          .filter(Files::isExecutable)
          .findFirst();

  private static DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  static VendorClient client() {
    assumeTrue(SQLITE.isPresent(), "there is no sqlite3 on the path");
    return SqliteScriptTest::run;
  }

  /** The shell does as the file says; another client that goes on is tried below. */
  private static VendorClient.Result run(DataSource database, Path script, VendorClient.Mode mode)
      throws IOException {
    return run(database, script, "SELECT 1 WHERE 0");
  }

  /** With a statement before, on the same connection. */
  private static VendorClient.Result run(DataSource database, Path script, String before)
      throws IOException {
    String url = ((UrlDataSource) database).url();
    String file = url.replaceFirst("^jdbc:sqlite:", "").replaceFirst("\\?.*", "");
    return VendorClient.execute(
        script,
        true,
        List.of(
            SQLITE.orElseThrow().toString(), "-batch", "-init", "/dev/null", "-cmd", before, file));
  }

  /** A parent with a child that goes with it; the parent is rebuilt, and deleted later. */
  private static List<Revision> parentAndChild() {
    return List.of(
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createTable(
                  "p", column("id", integer()), column("n", integer()), primaryKey("id"));
              op.createTable(
                  "c", column("p", integer()), foreignKey("p").references("p").onDelete(CASCADE));
              op.insert("p", columns("id"), row(1), row(2));
              op.insert("c", columns("p"), row(1), row(2));
            }),
        Revision.of(Lineage.of("r2").after("r1"), op -> op.alterColumn("p", "n", type(bigint()))),
        Revision.of(
            Lineage.of("r3").after("r2"),
            op ->
                op.execute(
                    sql("DELETE FROM p WHERE id = 1").writes("p").writes("c").needsNoUndo())));
  }

  /** Rows that refer to others are kept whole; the session is as before when that is done. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void foreignKeysHoldWhateverTheSettingWhichComesBack(int enforced) throws Exception {
    assumeTrue(SQLITE.isPresent(), "there is no sqlite3 on the path");
    DataSource called = SqliteDatabases.file("&foreign_keys=" + (enforced == 1));
    Migrator.on(called).revisions(parentAndChild()).build().upgrade();
    DataSource database = emptyDatabase();
    Script script = Migrator.on(database).revisions(parentAndChild()).build().upgradeScript();
    Path file =
        written(script + "\nSELECT 'foreign keys ' || foreign_keys FROM pragma_foreign_keys;");
    VendorClient.Result result = run(database, file, "PRAGMA foreign_keys = " + enforced);
    assertThat(result.succeeded()).as(result.output()).isTrue();
    assertThat(result.output()).endsWith("foreign keys " + enforced + "\n");
    assertThat(rows(database, "SELECT p FROM c"))
        .isEqualTo(rows(called, "SELECT p FROM c"))
        .containsExactly("2");
  }

  @Test
  void whatWouldBeLostByARebuildStopsTheScript() throws Exception {
    assumeTrue(SQLITE.isPresent(), "there is no sqlite3 on the path");
    DataSource database = emptyDatabase();
    Migrator migrator = Migrator.on(database).revisions(parentAndChild()).build();
    migrator.upgrade("r1");
    Path file = written(migrator.upgradeScript().toString());
    execute(database, "CREATE INDEX mine ON p (n)");
    VendorClient.Result result = run(database, file, VendorClient.Mode.USUAL);
    assertThat(result.output()).contains("index mine is in no revision, and would be lost");
    assertThat(rows(database, "SELECT id FROM migrate_history")).containsExactly("r1");
    assertThat(rows(database, "SELECT name FROM sqlite_master WHERE name = 'mine'")).hasSize(1);
  }

  /** To it, the line that opens the session is a part of one that it does not know. */
  @Test
  void aClientThatGoesOnAndDoesNotKnowTheShellsCommandsChangesNothing() throws Exception {
    DataSource database = emptyDatabase();
    String script =
        Migrator.on(database).revisions(parentAndChild()).build().upgradeScript().toString();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : script.split(";\n")) {
        try {
          statement.execute(sql);
        } catch (SQLException goesOn) {
          // The next one may do better.
        }
      }
    }
    assertThat(rows(database, "SELECT name FROM sqlite_master")).isEmpty();
  }

  private static Path written(String text) throws IOException {
    Path folder = Files.createTempDirectory("script");
    folder.toFile().deleteOnExit();
    return Files.writeString(folder.resolve("script.sql"), text);
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
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
        sql("CREATE TRIGGER tr AFTER INSERT ON note BEGIN\n"
                + "  UPDATE note SET n = 1 WHERE id = NEW.id; -- it's; the body\n"
                + "  SELECT CASE WHEN 1 THEN 2 END;\nEND")
            .undoneBy("DROP TRIGGER tr")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("INSERT INTO [note] (id, body) VALUES (3, 'a;b'), (4, 'x''y') -- of 'them;")
            .undoneBy("DELETE FROM note WHERE id IN (3, 4)")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("UPDATE note SET n = 8\n/\n2 /* it's; */")
            .reads("note")
            .writes("note", "n")
            .needsNoUndo());
  }
}
