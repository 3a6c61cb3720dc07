package dev.migrate.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The database beside another one that stands for its lock.
 *
 * @param name its file, or what names it in memory
 * @param isShared whether it is in a cache that connections of this process share, in which files
 *     cannot be locked
 */
record SqliteLockFile(String name, boolean isShared) {

  private static final String SUFFIX = "-migrate-lock";
  private static final String URL = "jdbc:sqlite:";

  /**
   * The one beside the main database of a connection.
   *
   * @param file its file; empty if it is in memory
   */
  static SqliteLockFile of(Connection connection, String file) throws SQLException {
    if (!file.isEmpty()) {
      return new SqliteLockFile(file + SUFFIX, false);
    }
    String url = String.valueOf(connection.getMetaData().getURL());
    String name = url.startsWith(URL) ? url.substring(URL.length()) : url;
    String settings = name.toLowerCase(Locale.ROOT).replaceFirst("^[^?]*", "");
    boolean memory = settings.contains("vfs=memdb");
    boolean cache = settings.contains("cache=shared");
    if (!name.startsWith("file:") || (!memory && !cache)) {
      return new SqliteLockFile(":memory:", false);
    }
    String path = name.replaceFirst("\\?.*", "") + SUFFIX;
    return memory
        ? new SqliteLockFile(path + "?vfs=memdb", false)
        : new SqliteLockFile(path + "?mode=memory&cache=shared", true);
  }

  /**
   * Attaches and locks it.
   *
   * @throws SQLException if another connection has it, or it cannot be created
   */
  void take(Connection connection) throws SQLException {
    try (PreparedStatement attach =
        connection.prepareStatement("ATTACH ? AS " + SqliteLock.SCHEMA)) {
      attach.setString(1, name);
      attach.execute();
    }
    if (isShared) {
      // There while one connection has the database: it goes with the holder.
      SqliteLock.execute(connection, "CREATE TABLE " + SqliteLock.SCHEMA + ".holder (id INTEGER)");
    } else {
      SqliteLock.execute(connection, "PRAGMA " + SqliteLock.SCHEMA + ".locking_mode = EXCLUSIVE");
      SqliteLock.execute(connection, "PRAGMA " + SqliteLock.SCHEMA + ".journal_mode = OFF");
      // Only who writes has the lock alone.
      SqliteLock.execute(connection, "PRAGMA " + SqliteLock.SCHEMA + ".user_version = 1");
    }
  }
}
