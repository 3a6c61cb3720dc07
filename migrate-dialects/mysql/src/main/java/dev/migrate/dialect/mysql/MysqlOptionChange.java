package dev.migrate.dialect.mysql;

import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.SetTableOption;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Other options of a table that is there. {@code ALTER TABLE} sets those that it names and leaves
 * the others as they are, so what goes is set to its default. Immutable.
 *
 * @param definitions the words inside of the statement
 * @param operation the change
 * @param table the table before
 * @param was the options before; empty for none
 * @param then the options afterwards; empty for none
 */
record MysqlOptionChange(
    MysqlDefinitions definitions, SetTableOption operation, Table table, String was, String then) {

  /** The options with a default that is the same on every server. */
  private static final Map<String, String> DEFAULTS =
      Map.of("ENGINE", "ENGINE=InnoDB", "ROW_FORMAT", "ROW_FORMAT=DEFAULT");

  /** The words of {@code ALTER TABLE}; empty if the options say the same. */
  Optional<String> sql() {
    MysqlTableOptions from = MysqlTableOptions.read(was);
    MysqlTableOptions to = MysqlTableOptions.read(then);
    requireWhole(from);
    requireWhole(to);
    requireCharacters(from, to);
    if (to.engine().filter("blackhole"::equals).isPresent()) {
      throw refused("an engine that forgets the rows");
    }
    StringBuilder sql = new StringBuilder();
    Set<String> gone = new TreeSet<>(from.values().keySet());
    gone.removeAll(to.values().keySet());
    gone.removeAll(Set.of("CHARSET", "COLLATE"));
    for (String name : gone) {
      if (!DEFAULTS.containsKey(name)) {
        throw definitions.unsupported(
            operation + ", which leaves out " + name + ",",
            "the server keeps it: state its default in the option, such as " + name + "=DEFAULT");
      }
      sql.append(DEFAULTS.get(name)).append(' ');
    }
    String text = sql.append(then).toString().strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private void requireWhole(MysqlTableOptions options) {
    if (options.partitions().isPresent()) {
      throw refused("a table with partitions");
    } else if (options.isVersioned()) {
      throw refused("a table with versions of its rows");
    }
  }

  /** Columns that are there keep theirs, also if they name none. */
  private void requireCharacters(MysqlTableOptions from, MysqlTableOptions to) {
    if (from.collation().equals(to.collation()) && from.characterSet().equals(to.characterSet())) {
      return;
    }
    if (to.collation().isEmpty() && to.characterSet().isEmpty()) {
      throw definitions.unsupported(
          operation + ", which leaves out the character set,",
          "the server keeps it: state the database's own, such as DEFAULT CHARSET=utf8mb4");
    }
    for (Column column : table.columns()) {
      if (column.collation().isEmpty() && isText(column.type().on(definitions.dialects()))) {
        throw refused(
            "another default character set, while the column " + column.name() + " keeps its own");
      }
    }
  }

  private static boolean isText(DataType type) {
    return type instanceof CharacterType
        || type instanceof EnumLabels
        || type instanceof EnumReference
        || type instanceof NativeType
        || type == SimpleType.TEXT;
  }

  private UnsupportedByDialectException refused(String what) {
    return definitions.unsupported(
        operation + ": " + what + ",",
        "write what ALTER TABLE needs as raw SQL: op.execute(sql(\"ALTER TABLE …\").onlyOn(…)"
            + ".means(o -> o.setTableOption(…)))");
  }
}
