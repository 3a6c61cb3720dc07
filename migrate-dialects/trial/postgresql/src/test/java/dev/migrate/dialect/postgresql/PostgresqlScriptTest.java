package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.text;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts under psql, which is taken from the path. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlScriptTest {

  private static final Optional<Path> PSQL =
      Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
          .map(folder -> Path.of(folder, "psql"))
          .filter(Files::isExecutable)
          .findFirst();

  private static DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  static VendorClient client() {
    assumeTrue(PSQL.isPresent(), "there is no psql on the path");
    return PostgresqlScriptTest::run;
  }

  /** psql stops only because the file says so; so it goes on with a file that does not. */
  private static VendorClient.Result run(DataSource database, Path script, VendorClient.Mode mode)
      throws IOException {
    if (mode == VendorClient.Mode.GOING_ON) {
      Files.writeString(script, Files.readString(script).replace("\\set ON_ERROR_STOP on\n", ""));
    }
    String url = url(database).replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "?user=postgres");
    return VendorClient.execute(
        script, false, List.of(PSQL.orElseThrow().toString(), "-X", "-f", script.toString(), url));
  }

  private static String url(DataSource database) {
    try {
      return database.unwrap(UrlDataSource.class).url();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Two tables, a unique index that is built concurrently, and two changes after it. */
  private static List<Revision> concurrently() {
    return List.of(
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createTable("t", column("n", text()));
              op.createTable("u", column("n", text()));
            }),
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              op.createIndexConcurrently("t", index("n").unique());
              op.createIndexConcurrently("u", index("n"));
            }),
        Revision.of(Lineage.of("r3").after("r2"), op -> op.alterColumn("u", "n", notNull())),
        Revision.of(Lineage.of("r4").after("r3"), op -> op.addColumn("t", column("z", integer()))));
  }

  @ParameterizedTest
  @EnumSource
  void aFailedConcurrentIndexIsNotRecordedAndNothingRunsAfterIt(VendorClient.Mode mode)
      throws Exception {
    DataSource database = emptyDatabase();
    Migrator migrator = Migrator.on(database).revisions(concurrently()).build();
    migrator.upgrade("r1");
    execute(database, "INSERT INTO t VALUES ('x'), ('x')");
    VendorClient.Result result = run(database, written(migrator.upgradeScript()), mode);
    assertThat(result.output()).contains("could not create unique index");
    assertThat(states(migrator)).containsExactly("[x] r1", "[up] r2", "[ ] r3", "[ ] r4");
    assertThat(rows(database, "SELECT count(*) FROM pg_indexes WHERE tablename = 'u'"))
        .containsExactly("0");
    execute(database, "DELETE FROM t");
    assertThat(migrator.upgrade().revisions()).hasSize(3);
    assertThat(
            rows(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_t_n'::regclass"))
        .containsExactly("t");
  }

  @ParameterizedTest
  @EnumSource
  void aConcurrentIndexThatCannotBeDroppedIsStillRecorded(VendorClient.Mode mode) throws Exception {
    DataSource database = emptyDatabase();
    Migrator migrator = Migrator.on(database).revisions(concurrently()).build();
    migrator.upgrade("r2");
    Path script = written(migrator.downgradeScript("base"));
    execute(database, "CREATE TABLE w (n text REFERENCES t (n))");
    assertThat(run(database, script, mode).output()).contains("cannot drop index ix_t_n");
    assertThat(states(migrator)).startsWith("[x] r1", "[down] r2");
    execute(database, "DROP TABLE w");
    migrator.downgrade("base");
    assertThat(rows(database, "SELECT tablename FROM pg_tables WHERE tablename IN ('t', 'u')"))
        .isEmpty();
  }

  @Test
  void theSessionIsAsItWasAndAnotherEncodingDoesNotMatter() throws Exception {
    DataSource database = emptyDatabase();
    List<Revision> revisions =
        List.of(
            Revision.of(
                Lineage.of("r1").root(),
                op -> {
                  op.createTable("t", column("s", text()));
                  op.insert("t", columns("s"), row("é"));
                }));
    Migrator migrator = Migrator.on(database).revisions(revisions).build();
    Path script = written(migrator.upgradeScript());
    Path wrapper = Files.createTempFile("wrapper", ".sql");
    Files.writeString(
        wrapper,
        "\\encoding LATIN1\n\\i "
            + script
            + "\n\\echo stop :ON_ERROR_STOP encoding :ENCODING\nSHOW client_encoding;\n");
    String output = run(database, wrapper, VendorClient.Mode.USUAL).output();
    assertThat(output).contains("stop off encoding LATIN1", " LATIN1\n");
    assertThat(rows(database, "SELECT s FROM t")).containsExactly("é");
  }

  private static Path written(Script script) throws IOException {
    Path file = Files.createTempFile("script", ".sql");
    file.toFile().deleteOnExit();
    script.writeTo(file);
    return file;
  }

  private static List<String> states(Migrator migrator) {
    return migrator.history().stream()
        .map(Object::toString)
        .map(
            line ->
                line.substring(0, line.indexOf("]") + 1)
                    + line.substring(line.indexOf("]") + 1, line.indexOf("]") + 4))
        .toList();
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
    op.createIndexConcurrently("note", index("team_id"));
    op.execute(
        sql("CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $body$ -- it's\n"
                + "BEGIN n := n + n; RETURN n; END; $body$")
            .undoneBy("DROP FUNCTION twice(int)")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("CREATE FUNCTION thrice(n int) RETURNS int BEGIN ATOMIC SELECT n; SELECT 3 * n; END")
            .undoneBy("DROP FUNCTION thrice(int)")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("CREATE RULE quiet AS ON DELETE TO note WHERE old.id < 0 DO INSTEAD (SELECT 1; SELECT"
                + " 2)")
            .undoneBy("DROP RULE quiet ON note")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("INSERT INTO note (id, body) VALUES (3, E'a\\'b;'), (4, U&'\\00e9' || $$;$$)")
            .undoneBy("DELETE FROM note WHERE id IN (3, 4)")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("UPDATE note SET n = ((ARRAY[twice(2), 5])[1:DBNAME])[1]::int /* /* ; */ :ENCODING */\n"
                + "FROM (SELECT 2 AS DBNAME) AS d")
            .reads("note")
            .writes("note", "n")
            .needsNoUndo());
  }
}
