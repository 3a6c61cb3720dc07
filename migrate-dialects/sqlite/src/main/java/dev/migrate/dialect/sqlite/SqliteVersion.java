package dev.migrate.dialect.sqlite;

/** A version of SQLite, as far as its features go. */
record SqliteVersion(int major, int minor) {

  /** The newest that is known, for scripts that are made without a database. */
  static final SqliteVersion NEWEST = new SqliteVersion(3, 53);

  /** The first with {@code DROP COLUMN}. */
  static final SqliteVersion FIRST = new SqliteVersion(3, 35);

  /** The first with {@code STRICT} tables. */
  static final SqliteVersion STRICT_TABLES = new SqliteVersion(3, 37);

  /** The first with {@code PRAGMA table_list}. */
  static final SqliteVersion TABLE_LIST = new SqliteVersion(3, 37);

  boolean isAtLeast(SqliteVersion other) {
    return major > other.major || (major == other.major && minor >= other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
