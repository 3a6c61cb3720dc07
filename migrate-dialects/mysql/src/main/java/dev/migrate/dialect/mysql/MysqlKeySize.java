package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.List;

/**
 * How large the keys of a table are. Of a unique key that is too long, MariaDB keeps a hash: no
 * foreign key can refer to it, and no search uses it.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html">Limits of InnoDB</a>
 * @see <a href="https://mariadb.com/kb/en/getting-started-with-indexes/#unique-index">Unique
 *     indexes in MariaDB</a>
 */
record MysqlKeySize(Table table, MysqlDefinitions definitions) {

  static final int LONGEST = 3072;

  /** With the row formats of old. */
  private static final int LONGEST_COLUMN = 767;

  /** The key as a whole. */
  int bytes(List<IndexKey> keys) {
    return keys.stream().mapToInt(this::bytes).sum();
  }

  private int bytes(IndexKey key) {
    return key.column().map(name -> size(name).inKey(key.prefix())).orElse(0);
  }

  MysqlColumnSize size(String name) {
    Column column = table.column(name);
    MysqlTableOptions options = MysqlTableOptions.of(table, definitions.dialects());
    return new MysqlColumnSize(
        column, column.type().on(definitions.dialects()), options.bytes(column));
  }

  /** The most bytes of one column in a key. */
  int longestColumn() {
    boolean old =
        MysqlTableOptions.of(table, definitions.dialects())
            .rowFormat()
            .filter(format -> format.equals("compact") || format.equals("redundant"))
            .isPresent();
    return old ? LONGEST_COLUMN : LONGEST;
  }

  boolean isTooLong(List<IndexKey> keys) {
    return bytes(keys) > LONGEST || keys.stream().anyMatch(key -> bytes(key) > longestColumn());
  }

  /** Whether MariaDB keeps a hash of a unique key over these. */
  boolean isHashed(List<IndexKey> keys) {
    boolean whole = keys.stream().allMatch(key -> key.column().isPresent() && key.prefix() == 0);
    return definitions.server().isMariadb()
        && whole
        && (isTooLong(keys) || keys.stream().anyMatch(key -> isLarge(key.column().orElseThrow())));
  }

  /** Whether a column has no end, so that a key over the whole of it has none either. */
  boolean isLarge(String column) {
    DataType type = table.column(column).type().on(definitions.dialects());
    return type == SimpleType.TEXT || type == SimpleType.BLOB || type == SimpleType.JSON;
  }
}
