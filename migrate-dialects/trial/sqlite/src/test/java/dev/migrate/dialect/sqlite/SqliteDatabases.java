package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.UrlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** New, empty SQLite databases in files, gone with the virtual machine. */
final class SqliteDatabases {

  private static final Path DIRECTORY = directory();
  static final Dialect DIALECT = new SqliteDialect("SQLite 3.53", SqliteVersion.NEWEST);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private SqliteDatabases() {}

  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("sqlite");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(directory)));
      return directory;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void clear(Path directory) {
    try (var files = Files.list(directory)) {
      files.forEach(file -> file.toFile().delete());
    } catch (IOException left) {
      // The system cleans up its temporary files.
    }
    directory.toFile().delete();
  }

  static Path path() {
    return DIRECTORY.resolve(NUMBER.incrementAndGet() + ".db");
  }

  /** A file that nobody waits for to be on the disk, with the driver's settings: {@code &a=b}. */
  static DataSource file(String... settings) {
    String url =
        "jdbc:sqlite:"
            + path()
            + "?synchronous=OFF&journal_mode=MEMORY"
            + String.join("", settings);
    return new UrlDataSource(url, "", "");
  }

  /** The same file for connections that cannot write. */
  static DataSource readOnly(DataSource file) {
    try {
      String url = file.unwrap(UrlDataSource.class).url();
      return new UrlDataSource(url.substring(0, url.indexOf('?')) + "?open_mode=1", "", "");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** A file with a write-ahead log. */
  static DataSource wal() {
    return new UrlDataSource("jdbc:sqlite:" + path() + "?synchronous=OFF&journal_mode=WAL", "", "");
  }

  /** A file whose transactions survive the process: with its usual journal. */
  static UrlDataSource shared() {
    return new UrlDataSource("jdbc:sqlite:" + path() + "?synchronous=OFF", "", "");
  }

  /** In memory, for one connection. */
  static DataSource memory() {
    return new UrlDataSource("jdbc:sqlite::memory:", "", "");
  }

  /** In memory, for the connections of this process, and gone with the last of them. */
  static DataSource sharedMemory() {
    return new UrlDataSource(
        "jdbc:sqlite:file:/" + NUMBER.incrementAndGet() + "?vfs=memdb", "", "");
  }

  /** In memory, for the connections of this process, until the object is thrown away. */
  static DataSource keptMemory() {
    String url = "jdbc:sqlite:file:/" + NUMBER.incrementAndGet() + "?vfs=memdb";
    return new KeptDatabase(new UrlDataSource(url, "", ""));
  }

  /** In memory, in a cache that the connections share. */
  static DataSource sharedCache() {
    return new UrlDataSource(
        "jdbc:sqlite:file:m" + NUMBER.incrementAndGet() + "?mode=memory&cache=shared", "", "");
  }
}
