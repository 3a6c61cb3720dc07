package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.ScriptContract;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.VendorClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Scripts under the clients mariadb and mysql. */
class MysqlScriptTest {

  /** The file of MySQL's client. */
  private static final String MYSQL_CLIENT = "MIGRATE_TEST_MYSQL_CLIENT";

  private static final Pattern SERVER = Pattern.compile("jdbc:\\w+://([^:/]*):(\\d+)/(\\w+)\\?.*");

  private static VendorClient.Result run(
      List<String> client, DataSource database, Path script, VendorClient.Mode mode)
      throws IOException {
    UrlDataSource source = (UrlDataSource) database;
    Matcher server = SERVER.matcher(source.url());
    assumeTrue(server.matches(), source.url());
    List<String> command = new ArrayList<>(client);
    command.addAll(List.of("--protocol=tcp", "--host=" + server.group(1)));
    command.add("--port=" + server.group(2));
    command.addAll(List.of("--user=" + source.user(), "--password=" + source.password()));
    if (mode == VendorClient.Mode.GOING_ON) {
      command.add("--force");
    }
    command.add(server.group(3));
    return VendorClient.execute(script, true, command);
  }

  private static void bodies(Operations op) {
    op.execute(
        sql("CREATE TRIGGER tr BEFORE INSERT ON note FOR EACH ROW\n"
                + "BEGIN -- it's the body;\n"
                + "  SET NEW.n = 1; # and more;\n"
                + "  SET NEW.n = NEW.n + 1;\n"
                + "END")
            .undoneBy("DROP TRIGGER tr")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("CREATE PROCEDURE fill(IN delimiter INT) BEGIN\n"
                + "  INSERT INTO note (id, body) VALUES (delimiter , '$$ // ;');\nEND;")
            .undoneBy("DROP PROCEDURE fill")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("INSERT INTO note (id, body) VALUES (3, 'a\\'b;\\n'), (4, \"x'y\") -- of 'them;")
            .undoneBy("DELETE FROM note WHERE id IN (3, 4)")
            .reads("note")
            .writes("note"));
    op.execute(
        sql("UPDATE note AS delimiter /* it's; */ SET n = 5 WHERE id=3--1 # end")
            .reads("note")
            .writes("note", "n")
            .needsNoUndo());
  }

  @Nested
  class OnMariadb implements ScriptContract {

    @Override
    public Dialect dialect() {
      return TestServer.mariadb().dialect();
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }

    @Override
    public VendorClient client() {
      List<String> client =
          List.of(TestServer.mariadbClient().toString(), "--no-defaults", "--skip-ssl");
      return (database, script, mode) -> run(client, database, script, mode);
    }

    @Override
    public void ownStatements(Operations op) {
      bodies(op);
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements ScriptContract {

    @Override
    public Dialect dialect() {
      return TestServer.mysql().dialect();
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }

    @Override
    public VendorClient client() {
      String file = System.getenv(MYSQL_CLIENT);
      assumeTrue(file != null, "the variable " + MYSQL_CLIENT + " does not name a client");
      List<String> client =
          List.of(file, "--no-defaults", "--ssl-mode=DISABLED", "--get-server-public-key");
      return (database, script, mode) -> run(client, database, script, mode);
    }

    @Override
    public void ownStatements(Operations op) {
      bodies(op);
    }
  }
}
