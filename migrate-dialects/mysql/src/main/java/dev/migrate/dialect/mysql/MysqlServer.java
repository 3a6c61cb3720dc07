package dev.migrate.dialect.mysql;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.schema.DialectName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kind and version of a server. Immutable.
 *
 * @param isMariadb whether it is MariaDB rather than MySQL
 * @param major the first number of its version
 * @param minor the second
 * @param patch the third
 */
record MysqlServer(boolean isMariadb, int major, int minor, int patch) {

  /** The newest versions that are known, for scripts that are made without a database. */
  static final MysqlServer NEWEST_MARIADB = new MysqlServer(true, 12, 3, 0);

  static final MysqlServer NEWEST_MYSQL = new MysqlServer(false, 9, 7, 0);

  /**
   * MariaDB 10 and later pretends to be a MySQL 5.5.5 to clients of old protocols: {@code
   * 5.5.5-11.4.5-MariaDB}.
   */
  private static final String PRETENDED = "5.5.5-";

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");

  /** The server as the driver reports it: its name may be MySQL where it is MariaDB. */
  static MysqlServer of(DatabaseProduct product) {
    String text = product.version();
    boolean mariadb =
        product.name().equalsIgnoreCase("MariaDB")
            || text.toLowerCase(Locale.ROOT).contains("mariadb");
    Matcher version =
        VERSION.matcher(
            mariadb && text.startsWith(PRETENDED) ? text.substring(PRETENDED.length()) : text);
    return version.matches()
        ? new MysqlServer(
            mariadb, number(version.group(1)), number(version.group(2)), number(version.group(3)))
        : new MysqlServer(mariadb, product.major(), product.minor(), 0);
  }

  private static int number(String digits) {
    return digits == null || digits.length() > 6 ? 0 : Integer.parseInt(digits);
  }

  /** Whether it is this version of its own product, or a later one. */
  boolean isFrom(int otherMajor, int otherMinor, int otherPatch) {
    if (major != otherMajor) {
      return major > otherMajor;
    }
    return minor != otherMinor ? minor > otherMinor : patch >= otherPatch;
  }

  /** Whether it is MariaDB of this version or a later one. */
  boolean isMariadbFrom(int otherMajor, int otherMinor, int otherPatch) {
    return isMariadb && isFrom(otherMajor, otherMinor, otherPatch);
  }

  /** Whether it is MySQL of this version or a later one. */
  boolean isMysqlFrom(int otherMajor, int otherMinor, int otherPatch) {
    return !isMariadb && isFrom(otherMajor, otherMinor, otherPatch);
  }

  /** MariaDB has a type for it from 10.7 on; elsewhere a UUID is its sixteen bytes. */
  boolean hasUuid() {
    return isMariadbFrom(10, 7, 0);
  }

  /** A collation of utf8mb4 that distinguishes all texts. */
  String exactCollation() {
    return isMariadb ? "utf8mb4_nopad_bin" : isFrom(8, 0, 17) ? "utf8mb4_0900_bin" : "utf8mb4_bin";
  }

  /**
   * Whether a session can say that a TIMESTAMP has no other default than its own: before, the
   * variable was one of the server.
   *
   * @see <a
   *     href="https://mariadb.com/kb/en/server-system-variables/#explicit_defaults_for_timestamp">
   *     explicit_defaults_for_timestamp</a>
   */
  boolean hasExplicitTimestamps() {
    boolean backported =
        (minor == 6 && patch >= 9) || (minor == 7 && patch >= 5) || (minor == 8 && patch >= 4);
    return !isMariadb || isFrom(10, 9, 0) || (major == 10 && backported);
  }

  /**
   * The first versions whose changes of the schema happen as a whole or not at all, even if the
   * server crashes; without that it is unknown after a crash what was executed.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/atomic-ddl.html">Atomic DDL in MySQL</a>
   * @see <a href="https://mariadb.com/kb/en/atomic-ddl/">Atomic DDL in MariaDB</a>
   */
  boolean isSupported() {
    return isMariadb ? isFrom(10, 6, 0) : isFrom(8, 0, 0);
  }

  /** The names by which revisions mean it, the most specific first. */
  List<DialectName> names() {
    return isMariadb ? List.of(DialectName.MARIADB, DialectName.MYSQL) : List.of(DialectName.MYSQL);
  }

  /** As a person would declare it: {@code MariaDB 11.4}. */
  @Override
  public String toString() {
    return (isMariadb ? "MariaDB " : "MySQL ") + major + "." + minor;
  }
}
