package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/**
 * The name of a dialect, used to give variants: {@code expression("lower(body)").on(MYSQL, "…")}.
 * Open-ended, so that third-party dialects can add their own.
 *
 * @param value lower-case letters, digits and {@code _}
 */
public record DialectName(String value) implements Comparable<DialectName> {

  /** H2. */
  public static final DialectName H2 = new DialectName("h2");

  /** PostgreSQL. */
  public static final DialectName POSTGRESQL = new DialectName("postgresql");

  /** MySQL, and also MariaDB where nothing is given for {@link #MARIADB}. */
  public static final DialectName MYSQL = new DialectName("mysql");

  /** MariaDB. */
  public static final DialectName MARIADB = new DialectName("mariadb");

  /** SQLite. */
  public static final DialectName SQLITE = new DialectName("sqlite");

  /**
   * Checks the text.
   *
   * @throws DefinitionException if the text has other characters or is empty
   */
  public DialectName {
    if (!isValid(value)) {
      throw new DefinitionException(
          "\"" + value + "\" is not a valid dialect name", "use lower-case letters, digits and _");
    }
  }

  private static boolean isValid(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean follows = i > 0 && (c == '_' || (c >= '0' && c <= '9'));
      if (!follows && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  /** As the record would have it, but the generated method makes a start slower. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DialectName that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(DialectName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
