package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiNames;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The keys of a table, and the indexes that its foreign keys imply.
 *
 * <p>InnoDB demands an index that begins with the columns of a foreign key. Where there is none the
 * server would make one named after the foreign key, and would drop it when another one serves, but
 * not when the foreign key goes. Which ones there are would depend on what happened to the table.
 * So nothing is left to the server: every statement states which of these indexes it adds and
 * drops, and the table as it is decides which ones there are.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html">Foreign
 *     keys</a>
 */
record MysqlKeys(Table table, MysqlDefinitions definitions) {

  /** The columns of each implied index, by its name, which is that of the foreign key. */
  Map<String, List<String>> implied() {
    List<ForeignKey> alone =
        table.foreignKeys().stream().filter(key -> !isServed(key.columns())).toList();
    Map<String, List<String>> implied = new TreeMap<>();
    for (ForeignKey key : alone) {
      if (alone.stream().noneMatch(other -> serves(other, key))) {
        implied.put(key.requiredName(), key.columns());
      }
    }
    return implied;
  }

  /** Whether the index of one foreign key serves another as well; of two alike, the first does. */
  private static boolean serves(ForeignKey other, ForeignKey key) {
    return begins(other.columns(), key.columns())
        && (other.columns().size() > key.columns().size()
            || other.requiredName().compareTo(key.requiredName()) < 0);
  }

  private boolean isServed(List<String> columns) {
    return declared().anyMatch(key -> begins(key, columns));
  }

  /** Whether a column is the first of a key, as an identity column must be. */
  boolean isLed(String column) {
    return Stream.concat(declared(), implied().values().stream())
        .anyMatch(key -> begins(key, List.of(column)));
  }

  /** The columns of each key; of an index, those before a part that is computed or a prefix. */
  private Stream<List<String>> declared() {
    return Stream.concat(constraints(), table.indexes().stream().map(this::beginning));
  }

  private Stream<List<String>> constraints() {
    return table.constraints().stream()
        .filter(known -> known instanceof PrimaryKey || known instanceof Unique)
        .filter(known -> known instanceof PrimaryKey || !isHashed(columns(known.columns())))
        .map(known -> known.columns());
  }

  private static List<IndexKey> columns(List<String> names) {
    return names.stream().map(IndexKey::column).toList();
  }

  private boolean isHashed(List<IndexKey> keys) {
    return new MysqlKeySize(table, definitions).isHashed(keys);
  }

  private List<String> beginning(Index index) {
    List<String> columns = new ArrayList<>();
    boolean tree = index.method().filter(method -> !method.equalsIgnoreCase("btree")).isEmpty();
    if (!tree || (index.isUnique() && isHashed(index.keys()))) {
      return columns;
    }
    for (IndexKey key : index.keys()) {
      if (key.column().isEmpty() || key.prefix() > 0) {
        break;
      }
      columns.add(key.column().orElseThrow());
    }
    return columns;
  }

  private static boolean begins(List<String> key, List<String> columns) {
    return key.size() >= columns.size() && key.subList(0, columns.size()).equals(columns);
  }

  /** Whether there is a key over these columns in this order, for a foreign key to refer to. */
  boolean hasKeyInOrder(List<String> columns) {
    return Stream.concat(
            constraints(), table.indexes().stream().filter(Index::isUnique).map(this::beginning))
        .anyMatch(columns::equals);
  }

  /** What {@code ALTER TABLE} has to say of implied indexes when one table becomes another. */
  static List<String> changes(Table before, Table after, MysqlDefinitions definitions) {
    AnsiNames names = definitions.names();
    Map<String, List<String>> gone = new MysqlKeys(before, definitions).implied();
    Map<String, List<String>> come = new MysqlKeys(after, definitions).implied();
    List<String> changes = new ArrayList<>();
    for (String index : gone.keySet()) {
      if (!come.containsKey(index)) {
        changes.add("DROP INDEX " + names.name(index));
      }
    }
    come.forEach(
        (index, columns) -> {
          if (!gone.containsKey(index)) {
            changes.add("ADD INDEX " + names.name(index) + " " + names.list(columns));
          }
        });
    return changes;
  }
}
