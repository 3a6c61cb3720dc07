package dev.migrate.sql;

/** A way in which databases take a text apart. */
enum Reading {
  /** Standard SQL, PostgreSQL, H2 and SQLite: a backslash in a string is a backslash. */
  STANDARD(false, false, false),
  /** MySQL and MariaDB, of a text that is for every database. */
  MYSQL(true, true, false),
  /** MySQL and MariaDB, of a text for them alone: double quotes may be those of a string. */
  MYSQL_OWN(true, true, true),
  /** The same with the mode NO_BACKSLASH_ESCAPES. */
  MYSQL_OWN_WITHOUT_ESCAPES(false, true, true);

  private final boolean escapes;
  private final boolean isMysql;
  private final boolean isOwn;

  Reading(boolean escapes, boolean isMysql, boolean isOwn) {
    this.escapes = escapes;
    this.isMysql = isMysql;
    this.isOwn = isOwn;
  }

  /** Whether a backslash in a string escapes what follows. */
  boolean escapes() {
    return escapes;
  }

  /** Whether {@code #} begins a comment, {@code --} needs a space, and {@code $} is a letter. */
  boolean isMysql() {
    return isMysql;
  }

  /** Whether the text is for such a database alone. */
  boolean isOwn() {
    return isOwn;
  }
}
