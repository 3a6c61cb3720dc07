package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.ScriptContract;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.VendorClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scripts under psql, which is taken from the path. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlScriptTest implements ScriptContract {

  private static final Optional<Path> PSQL =
      Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
          .map(folder -> Path.of(folder, "psql"))
          .filter(Files::isExecutable)
          .findFirst();

  @Override
  public Dialect dialect() {
    return LivePostgresql.DIALECT;
  }

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Override
  public VendorClient client() {
    assumeTrue(PSQL.isPresent(), "there is no psql on the path");
    return PostgresqlScriptTest::run;
  }

  /** psql stops only because the file says so; so it goes on with a file that does not. */
  private static VendorClient.Result run(DataSource database, Path script, VendorClient.Mode mode)
      throws IOException {
    if (mode == VendorClient.Mode.GOING_ON) {
      Files.writeString(script, Files.readString(script).replace("\\set ON_ERROR_STOP on\n", ""));
    }
    UrlDataSource source = (UrlDataSource) database;
    String url = source.url().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "?user=postgres");
    return VendorClient.execute(
        script, false, List.of(PSQL.orElseThrow().toString(), "-X", "-f", script.toString(), url));
  }

  @Override
  public void ownStatements(Operations op) {
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
