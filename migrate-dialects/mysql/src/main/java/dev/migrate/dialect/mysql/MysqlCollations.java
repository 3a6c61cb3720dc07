package dev.migrate.dialect.mysql;

import java.util.Locale;
import java.util.Set;

/**
 * Which collations a server can have: there are hundreds, and each begins with its character set.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/charset-charsets.html">In MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/supported-character-sets-and-collations/">In MariaDB</a>
 */
final class MysqlCollations {

  private static final Set<String> CHARACTER_SETS =
      Set.of(
          """
          armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8
          eucjpms euckr gb18030 gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u latin1
          latin2 latin5 latin7 macce macroman sjis swe7 tis620 ucs2 ujis utf16 utf16le utf32 utf8
          utf8mb3 utf8mb4\
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
    return CHARACTER_SETS.contains(lower.replaceFirst("_.*", ""));
  }
}
