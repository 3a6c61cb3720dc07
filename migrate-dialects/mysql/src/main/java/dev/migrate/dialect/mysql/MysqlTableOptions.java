package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the options of a table say, as far as other rules depend on it.
 *
 * @param sql the words after the closing parenthesis; empty if there are none
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table.html">table_options in
 *     MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/create-table/#table-options">and in MariaDB</a>
 */
record MysqlTableOptions(String sql) {

  private static final Set<String> FOREIGN_KEYS = Set.of("innodb", "ndb", "ndbcluster");

  private static final Pattern PARTITIONS =
      Pattern.compile("\\bPARTITION\\s+BY\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern ENGINE = option("ENGINE");
  private static final Pattern CHARACTER_SET = option("(?:CHARACTER\\s+SET|CHARSET)");
  private static final Pattern COLLATION = option("COLLATE");
  private static final Pattern ROW_FORMAT = option("ROW_FORMAT");

  /** What belongs into quotes, which is no option. */
  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'", Pattern.DOTALL);

  /** A character of the default that every server of today has. */
  private static final int UTF8 = 4;

  static MysqlTableOptions of(Table table, List<DialectName> dialects) {
    return new MysqlTableOptions(table.optionOn(dialects).map(TableOption::sql).orElse(""));
  }

  private static Pattern option(String name) {
    return Pattern.compile(
        "\\b" + name + "\\s*=?\\s*(?:'(\\w+)'|`(\\w+)`|(\\w+))", Pattern.CASE_INSENSITIVE);
  }

  /** The engine in lower case; empty if the options name none. */
  Optional<String> engine() {
    return last(ENGINE);
  }

  /** Whether foreign keys of and to the table hold; other engines read and forget them. */
  boolean keepsForeignKeys() {
    boolean possible = engine().map(FOREIGN_KEYS::contains).orElse(true);
    return possible && PARTITIONS.matcher(sql).results().allMatch(p -> isQuoted(p.start()));
  }

  /** The collation of columns that name none, or their character set; empty if it is unknown. */
  Optional<String> collation() {
    return last(COLLATION).or(() -> last(CHARACTER_SET));
  }

  Optional<String> rowFormat() {
    return last(ROW_FORMAT);
  }

  /** The bytes of the longest character of a column's text. */
  int bytes(Column column) {
    return column.collation().or(this::collation).stream()
        .flatMapToInt(name -> MysqlCollations.bytes(name).stream())
        .findFirst()
        .orElse(UTF8);
  }

  private Optional<String> last(Pattern option) {
    Optional<String> last = Optional.empty();
    Matcher found = option.matcher(sql);
    while (found.find()) {
      if (!isQuoted(found.start())) {
        String value =
            found.group(1) != null
                ? found.group(1)
                : found.group(2) != null ? found.group(2) : found.group(3);
        last = Optional.of(value.toLowerCase(Locale.ROOT));
      }
    }
    return last;
  }

  private boolean isQuoted(int position) {
    return QUOTED.matcher(sql).results().anyMatch(q -> q.start() < position && position < q.end());
  }
}
