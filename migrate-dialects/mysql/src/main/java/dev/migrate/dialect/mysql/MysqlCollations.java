package dev.migrate.dialect.mysql;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which collations a server can have: there are hundreds, and each begins with its character set.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/charset-charsets.html">In MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/supported-character-sets-and-collations/">In MariaDB</a>
 */
final class MysqlCollations {

  /** How many bytes the longest character of each character set has. */
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          entry("utf8mb4", 4),
          entry("utf8mb3", 3),
          entry("utf8", 3),
          entry("utf16", 4),
          entry("utf16le", 4),
          entry("utf32", 4),
          entry("gb18030", 4),
          entry("eucjpms", 3),
          entry("ujis", 3),
          entry("big5", 2),
          entry("cp932", 2),
          entry("euckr", 2),
          entry("gb2312", 2),
          entry("gbk", 2),
          entry("sjis", 2),
          entry("ucs2", 2));

  private static final Set<String> OF_ONE_BYTE =
      Set.of(
          """
          armscii8 ascii binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 dec8 geostd8 greek
          hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman swe7 tis620\
          """
              .split("\\s+"));

  private MysqlCollations() {}

  static boolean isKnown(String name, MysqlServer server) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.matches("[a-z0-9_]+")) {
      return false;
    } else if (lower.contains("uca1400")) {
      return server.isMariadbFrom(10, 10, 0);
    } else if (lower.contains("_0900_")) {
      // MariaDB has them as other names of its own.
      return !server.isMariadb() || server.isFrom(11, 4, 5);
    }
    return bytes(lower).isPresent();
  }

  /** A collation or character set by the name that the catalogue has for it. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^utf8(?=_|$)", "utf8mb3");
  }

  /** The bytes of the longest character in a collation or character set; empty if unknown. */
  static OptionalInt bytes(String collation) {
    String characterSet = collation.toLowerCase(Locale.ROOT).replaceFirst("_.*", "");
    if (OF_ONE_BYTE.contains(characterSet)) {
      return OptionalInt.of(1);
    }
    Integer bytes = BYTES.get(characterSet);
    return bytes == null ? OptionalInt.empty() : OptionalInt.of(bytes);
  }
}
