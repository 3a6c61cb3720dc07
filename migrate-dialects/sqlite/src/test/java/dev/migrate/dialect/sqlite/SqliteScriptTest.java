package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.ScriptContract;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.VendorClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Scripts under the shell sqlite3, which is taken from the path. */
class SqliteScriptTest implements ScriptContract {

  private static final Optional<Path> SQLITE =
      Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
          .map(folder -> Path.of(folder, "sqlite3"))
          .filter(Files::isExecutable)
          .findFirst();

  @Override
  public Dialect dialect() {
    return new SqliteDialectProvider().dialect(DialectName.SQLITE);
  }

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  @Override
  public VendorClient client() {
    assumeTrue(SQLITE.isPresent(), "there is no sqlite3 on the path");
    return SqliteScriptTest::run;
  }

  /** Another client that goes on does not know {@code .bail}. */
  private static VendorClient.Result run(DataSource database, Path script, VendorClient.Mode mode)
      throws IOException {
    String url = ((UrlDataSource) database).url();
    String file = url.replaceFirst("^jdbc:sqlite:", "").replaceFirst("\\?.*", "");
    return VendorClient.execute(
        script,
        true,
        List.of(SQLITE.orElseThrow().toString(), "-batch", "-init", "/dev/null", file));
  }

  @Override
  public void ownStatements(Operations op) {
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
