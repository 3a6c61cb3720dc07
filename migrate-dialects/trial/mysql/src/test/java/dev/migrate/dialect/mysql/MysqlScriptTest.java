package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.ScriptedDatabase;
import dev.migrate.testkit.dialect.contract.VendorClient;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Scripts under the clients mariadb and mysql. */
class MysqlScriptTest {

  /** The file of MySQL's client. */
  private static final String MYSQL_CLIENT = "MIGRATE_TEST_MYSQL_CLIENT";

  /**
   * The client fills 70 MB with tables of collations each time it starts, most of which is the time
   * for so many pages.
   */
  private static final String HUGE_PAGES =
      "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=1000000000"
          + ":glibc.malloc.top_pad=134217728";

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

  static VendorClient mariadbClient() {
    List<String> client =
        List.of(
            "env",
            HUGE_PAGES,
            TestServer.mariadbClient().toString(),
            "--no-defaults",
            "--skip-ssl");
    return (database, script, mode) -> run(client, database, script, mode);
  }

  static VendorClient mysqlClient() {
    String file = System.getenv(MYSQL_CLIENT);
    assumeTrue(file != null, "the variable " + MYSQL_CLIENT + " does not name a client");
    List<String> client =
        List.of(file, "--no-defaults", "--ssl-mode=DISABLED", "--get-server-public-key");
    return (database, script, mode) -> run(client, database, script, mode);
  }

  static void ownStatements(Operations op) {
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

  private static Path written(String text) throws IOException {
    Path file = Files.createTempFile("script", ".sql");
    file.toFile().deleteOnExit();
    return Files.writeString(file, text);
  }

  /** What both clients do. */
  interface Clients extends ScriptedDatabase {

    MysqlSuite suite();

    @Override
    default Dialect dialect() {
      return suite().dialect();
    }

    @Override
    default DataSource emptyDatabase() {
      return suite().emptyDatabase();
    }

    @Override
    default boolean sharesSchemas() {
      return suite().sharesSchemas();
    }

    @Override
    default VendorClient client() {
      return suite().client();
    }

    private static Revision root(Consumer<Operations> operations) {
      return Revision.of(Lineage.of("r1").root(), operations);
    }

    /** The client takes the word for its own command, even at the end of a name. */
    @Test
    default void aNameLikeTheClientsOwnCommandIsAName() throws SQLException {
      requireSame(
          root(
              op -> {
                op.createTable(
                    "t",
                    column("delimiter", varchar(20)),
                    column("my_delimiter", varchar(3)),
                    column("Delimiter of lines", varchar(3)));
                op.execute(
                    sql("INSERT INTO t (DELIMITER ,my_delimiter ) VALUES ('delimiter ', 'a;b')")
                        .writes("t")
                        .needsNoUndo());
              }));
    }

    @Test
    default void theSessionIsAsItWas() throws IOException {
      DataSource database = emptyDatabase();
      Revision revision =
          root(
              op -> {
                op.createTable("t", column("id", integer()), column("at", timestampWithTimeZone()));
                op.insert("t", columns("id", "at"), row(0, Instant.parse("2024-02-29T10:00:00Z")));
              });
      String script = Migrator.on(database).revisions(revision).build().upgradeScript().toString();
      String state =
          "SELECT 'state', @@character_set_client, @@character_set_results,"
              + " @@collation_connection, @@sql_mode, @@time_zone, @@autocommit;\n";
      String set =
          "SET NAMES latin1; SET sql_mode = 'PIPES_AS_CONCAT', time_zone = '+03:00',"
              + " autocommit = 0, character_set_results = NULL;\n";
      VendorClient.Result result =
          client().run(database, written(set + state + script + "\n" + state), Mode.USUAL);
      List<String> states =
          result
              .output()
              .lines()
              .filter(l -> l.startsWith("state\t") && !l.contains("@@"))
              .toList();
      assertThat(result.succeeded()).as(result.output()).isTrue();
      assertThat(states).hasSize(2);
      assertThat(states.get(1)).isEqualTo(states.get(0)).contains("PIPES_AS_CONCAT", "+03:00");
    }

    /** A carriage return needs a backslash, which has to mean one. */
    @Test
    default void aCarriageReturnIsRefusedWhereABackslashIsOne() throws IOException {
      DataSource database = emptyDatabase();
      Revision revision =
          root(op -> op.createTable("t", column("s", varchar(9)).comment("two\r\nlines")));
      String script = Migrator.on(database).revisions(revision).build().upgradeScript().toString();
      String mode = "SET sql_mode = 'NO_BACKSLASH_ESCAPES';\n";
      for (Mode each : Mode.values()) {
        VendorClient.Result result = client().run(database, written(mode + script), each);
        assertThat(result.output()).contains("a sql_mode without NO_BACKSLASH_ESCAPES");
        assertThat(Migrator.on(database).revisions(revision).build().current()).isEmpty();
      }
    }

    /** The client would lose the session in which the script runs, and go on in another one. */
    @Test
    default void nothingRunsAfterALostSession() throws IOException {
      DataSource database = emptyDatabase();
      Revision revision =
          root(
              op -> {
                op.createTable("t", column("id", integer()));
                op.execute(sql("KILL CONNECTION_ID()").writes("t").needsNoUndo());
                op.createTable("u", column("id", integer()));
              });
      String script = Migrator.on(database).revisions(revision).build().upgradeScript().toString();
      client().run(database, written(script), Mode.GOING_ON);
      assertThat(Migrator.on(database).revisions(revision).build().show("r1").toString())
          .startsWith("[up] r1");
      assertThat(script).contains("CREATE TABLE u");
      assertThat(tables(database)).containsExactly("migrate_history", "t");
    }

    private static List<String> tables(DataSource database) {
      List<String> names = new ArrayList<>();
      try (var connection = database.getConnection();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SHOW TABLES")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      } catch (SQLException failure) {
        throw new AssertionError(failure);
      }
      return names;
    }
  }

  @Nested
  class OnMariadb implements Clients {

    @Override
    public MysqlSuite suite() {
      return new MariadbSuiteTest();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements Clients {

    @Override
    public MysqlSuite suite() {
      return new MysqlSuiteTest();
    }
  }
}
