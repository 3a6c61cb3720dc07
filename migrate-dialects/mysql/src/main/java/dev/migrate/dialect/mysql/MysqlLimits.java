package dev.migrate.dialect.mysql;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;

/**
 * How much fits into a table. Bytes are counted by the character set of the column or the table, or
 * as of utf8mb4 where none is named.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html">Limits of columns
 *     and rows</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html">Limits of InnoDB</a>
 */
final class MysqlLimits {

  private static final int LONGEST_ROW = 65_535;
  private static final int LONGEST_OF_MARIADB = 65_532;
  private static final int MOST_COLUMNS = 1_017;
  private static final int MOST_INDEXES = 64;
  private static final int MOST_KEYS = 16;
  private static final int MOST_KEYS_OF_MARIADB = 32;

  private final MysqlDefinitions definitions;
  private final Table table;
  private final MysqlKeySize size;

  MysqlLimits(MysqlDefinitions definitions, Table table) {
    this.definitions = definitions;
    this.table = table;
    this.size = new MysqlKeySize(table, definitions);
  }

  /** Refuses a table that the server would refuse, or make smaller. */
  void require() {
    table.columns().forEach(this::requireLength);
    requireRow();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof PrimaryKey || constraint instanceof Unique) {
        requireKey(
            constraint.requiredName(),
            constraint.columns().stream().map(IndexKey::column).toList(),
            constraint instanceof Unique);
      }
    }
    table.indexes().stream()
        .filter(index -> index.method().filter(m -> !m.equalsIgnoreCase("btree")).isEmpty())
        .forEach(index -> requireKey(index.requiredName(), index.keys(), index.isUnique()));
    requireNumbers();
  }

  private void requireLength(Column column) {
    DataType type = column.type().on(definitions.dialects());
    int most =
        (definitions.server().isMariadb() ? LONGEST_OF_MARIADB : LONGEST_ROW)
            / size.size(column.name()).bytesPerCharacter();
    String what = "the type " + type + " of " + table.name() + "." + column.name();
    if (type instanceof CharacterType text && !text.fixed() && text.length() > most) {
      throw definitions.unsupported(
          what, "make it text(), or varchar(" + most + ")" + otherCharacterSet(column));
    } else if (type instanceof BinaryType binary && binary.length() > LONGEST_OF_MARIADB) {
      throw definitions.unsupported(what, "make it blob()");
    }
  }

  /** Where nothing is stated about the character set, another one may be meant. */
  private String otherCharacterSet(Column column) {
    MysqlTableOptions options = MysqlTableOptions.of(table, definitions.dialects());
    boolean named = column.collation().or(options::collation).or(options::characterSet).isPresent();
    return named
        ? ""
        : "; if its characters are shorter than those of utf8mb4, state that with"
            + " tableOption(MYSQL, \"DEFAULT CHARSET=latin1\") or collate(…)";
  }

  /** Every column that may be NULL takes a bit. */
  private void requireRow() {
    long nullable = table.columns().stream().filter(Column::nullable).count();
    long bytes = (nullable + 7) / 8;
    for (Column column : table.columns()) {
      bytes += size.size(column.name()).inRow();
    }
    if (bytes > LONGEST_ROW) {
      throw definitions.unsupported(
          "the table " + table.name() + " with rows of " + bytes + " bytes",
          "keep to "
              + LONGEST_ROW
              + " bytes: make the longest columns text() or blob(), which count 12 bytes each");
    }
  }

  private void requireKey(String name, List<IndexKey> keys, boolean unique) {
    if (unique && size.isHashed(keys)) {
      return;
    }
    for (IndexKey key : keys) {
      if (key.column().isPresent() && key.prefix() == 0) {
        requireKey(name, table.column(key.column().orElseThrow()));
      }
    }
    if (size.isTooLong(keys)) {
      throw definitions.unsupported(
          "the key " + name + " of table " + table.name() + " with " + size.bytes(keys) + " bytes",
          "keep to "
              + MysqlKeySize.LONGEST
              + " bytes in all, and "
              + size.longestColumn()
              + " of one column: use shorter columns, or their beginnings as in"
              + " index(asc(\"…\").prefix(100))");
    }
    int most = definitions.server().isMariadb() ? MOST_KEYS_OF_MARIADB : MOST_KEYS;
    if (keys.size() > most) {
      throw definitions.unsupported(
          "the key " + name + " of table " + table.name() + " over " + keys.size() + " columns",
          "keep to " + most + " columns");
    }
  }

  /** A column alone: {@code BLOB/TEXT column used in key without a key length}. */
  private void requireKey(String key, Column column) {
    int longest = size.longestColumn() / size.size(column.name()).bytesPerCharacter();
    boolean large = size.isLarge(column.name());
    boolean tooLong =
        column.type().on(definitions.dialects()) instanceof CharacterType text
            && text.length() > longest;
    if (large || tooLong) {
      boolean json = column.type().on(definitions.dialects()) == SimpleType.JSON;
      throw definitions.unsupported(
          "the key " + key + " over the column " + table.name() + "." + column,
          "make the column varchar("
              + longest
              + ") or shorter"
              + (json
                  ? ", or index a column that is virtualAs(\"…\") of the document"
                  : ", or index its beginning: index(asc(\"" + column.name() + "\").prefix(100))"));
    }
  }

  private void requireNumbers() {
    if (table.columns().size() > MOST_COLUMNS) {
      throw definitions.unsupported(
          "the table " + table.name() + " with " + table.columns().size() + " columns",
          "keep to " + MOST_COLUMNS + ", and put the others into a table with the same key");
    }
    long indexes =
        table.indexes().size()
            + table.constraints().stream().filter(Unique.class::isInstance).count()
            + new MysqlKeys(table, definitions).implied().size();
    if (indexes > MOST_INDEXES) {
      throw definitions.unsupported(
          "the table " + table.name() + " with " + indexes + " indexes besides its primary key",
          "keep to " + MOST_INDEXES);
    }
  }
}
