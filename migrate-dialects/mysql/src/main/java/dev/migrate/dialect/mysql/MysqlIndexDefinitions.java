package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.SqlFeature;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.Table;
import java.util.Locale;

/**
 * How MySQL and MariaDB write indexes.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-index.html">In MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/create-index/">In MariaDB</a>
 */
final class MysqlIndexDefinitions {

  private static final String TREE = "btree";
  private static final String HASH = "hash";

  private final MysqlDefinitions definitions;

  MysqlIndexDefinitions(MysqlDefinitions definitions) {
    this.definitions = definitions;
  }

  /** As it stands in the definition of a table: {@code UNIQUE INDEX ux (a, b)}. */
  String definition(Index index, Table table) {
    return kind(index, table) + "INDEX " + name(index) + " " + keys(index) + options(index, table);
  }

  /** As a statement of its own. */
  String creation(Index index, Table table) {
    return "CREATE "
        + kind(index, table)
        + "INDEX "
        + name(index)
        + " ON "
        + definitions.names().name(table.name())
        + " "
        + keys(index)
        + options(index, table);
  }

  private String name(Index index) {
    return definitions.names().name(index.requiredName());
  }

  /** Full text and spatial indexes are kinds of their own; all others are trees, or hashes. */
  private String kind(Index index, Table table) {
    requirePossible(index);
    return switch (method(index)) {
      case TREE -> index.isUnique() ? "UNIQUE " : "";
      case "fulltext", "spatial" -> method(index).toUpperCase(Locale.ROOT) + " ";
      case HASH -> {
        if (!hasHashes(table)) {
          throw unsupportedMethod(index);
        }
        yield index.isUnique() ? "UNIQUE " : "";
      }
      default -> throw unsupportedMethod(index);
    };
  }

  private static String method(Index index) {
    return index.method().orElse(TREE).toLowerCase(Locale.ROOT);
  }

  /** Tables in memory have hashes unless they state another method. */
  private boolean hasHashes(Table table) {
    return MysqlTableOptions.of(table, definitions.dialects()).hasHashes();
  }

  private UnsupportedByDialectException unsupportedMethod(Index index) {
    return definitions.unsupported(
        "the method " + method(index) + " of index " + index.requiredName(),
        "leave using(…) out, or write using(\"fulltext\") or using(\"spatial\")");
  }

  private String options(Index index, Table table) {
    boolean tree = hasHashes(table) && index.method().filter(TREE::equalsIgnoreCase).isPresent();
    String hidden = definitions.server().isMariadb() ? " IGNORED" : " INVISIBLE";
    return (tree ? " USING BTREE" : "") + (index.isInvisible() ? hidden : "");
  }

  private void requirePossible(Index index) {
    if (index.where().isPresent()) {
      String sql = definitions.expression(index.where().orElseThrow());
      throw definitions.unsupported(
          "index " + index.requiredName() + " over the rows where " + sql,
          index.isUnique()
              ? "add a column that is storedAs(\"CASE WHEN "
                  + sql
                  + " THEN … END\"), and make that"
                  + " unique"
              : "leave where(…) out: the index is larger, and answers the same queries");
    }
    if (!index.included().isEmpty()) {
      throw definitions.unsupported(
          "index " + index.requiredName() + " including " + String.join(", ", index.included()),
          "make those columns the last keys of the index, or leave including(…) out");
    }
    if (index.isNullsNotDistinct()) {
      definitions.require(
          SqlFeature.NULLS_NOT_DISTINCT,
          "the index " + index.requiredName() + " in which NULL equals NULL");
    }
  }

  private String keys(Index index) {
    return "("
        + String.join(", ", index.keys().stream().map(key -> key(index, key)).toList())
        + ")";
  }

  private String key(Index index, IndexKey key) {
    if (key.operatorClass().isPresent()) {
      throw definitions.unsupported(
          "the operator class " + key.operatorClass().orElseThrow() + " of " + index,
          "leave operatorClass(…) out");
    }
    if (key.collation().isPresent()) {
      definitions.require(
          SqlFeature.INDEX_COLLATION,
          "the collation " + key.collation().orElseThrow() + " of index " + index.requiredName());
    }
    // NULL is less than everything else.
    NullsOrder usual = key.isDescending() ? NullsOrder.LAST : NullsOrder.FIRST;
    if (key.nulls().filter(order -> order != usual).isPresent()) {
      throw definitions.unsupported(
          "the index " + index.requiredName() + " with another place for NULLs",
          "leave nullsFirst() or nullsLast() out");
    }
    if (key.isDescending() && definitions.server().isMariadb() && !isDescendingPossible()) {
      throw definitions.unsupported(
          "the descending key " + key + " of index " + index.requiredName(),
          "use MariaDB 10.8 or later, or leave desc(…) out: an index is read in both directions");
    }
    String what =
        key.column()
            .map(definitions.names()::name)
            .orElseGet(() -> computed(key.expression().orElseThrow()));
    return what
        + (key.prefix() == 0 ? "" : "(" + key.prefix() + ")")
        + (key.isDescending() ? " DESC" : "");
  }

  private boolean isDescendingPossible() {
    return definitions.server().isFrom(10, 8, 0);
  }

  private String computed(Expression expression) {
    String sql = definitions.expression(expression);
    if (!definitions.server().isMysqlFrom(8, 0, 13)) {
      throw definitions.unsupported(
          "an index over the expression " + sql,
          "add a column that is virtualAs(\""
              + sql
              + "\"), and an index over that column"
              + (definitions.server().isMariadb() ? "" : "; MySQL 8.0.13 has such indexes"));
    }
    return "(" + sql + ")";
  }
}
