package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The indexes of one reading of the catalogue, put together from their parts. Not thread-safe. */
final class PostgresqlIndexReader {

  /** The bit of {@code indoption} for descending order. */
  private static final int DESCENDING = 1;

  /** The bit for NULLs first. */
  private static final int NULLS_FIRST = 2;

  private record Parts(
      String name,
      boolean isUnique,
      String method,
      @Nullable String where,
      boolean isNullsNotDistinct,
      Map<String, String> attributes,
      List<IndexKey> keys,
      List<String> included) {}

  private final Map<Long, Map<Long, Parts>> tables = new HashMap<>();

  /** Reads a row of {@link PostgresqlQueries#INDEXES}. */
  void read(ResultSet row) throws SQLException {
    Map<Long, Parts> indexes =
        tables.computeIfAbsent(row.getLong(2), table -> new LinkedHashMap<>());
    Parts index = indexes.get(row.getLong(1));
    if (index == null) {
      index =
          new Parts(
              row.getString(3),
              row.getBoolean(4),
              row.getString(5),
              row.getString(6),
              row.getBoolean(15),
              attributes(row),
              new ArrayList<>(),
              new ArrayList<>());
      indexes.put(row.getLong(1), index);
    }
    String column = row.getString(8);
    if (row.getBoolean(7)) {
      index.included().add(column);
      return;
    }
    IndexKey key =
        column == null
            ? IndexKey.expression(Expression.of(row.getString(9)))
            : IndexKey.column(column);
    int options = row.getInt(10);
    IndexKey ordered = (options & DESCENDING) == 0 ? key : key.descending();
    index
        .keys()
        .add(
            ordered
                .withOperatorClass(operatorClass(row.getString(11), row.getString(14)))
                .withCollation(Optional.ofNullable(row.getString(13)))
                .withNulls(row.getBoolean(12) ? unusualNulls(options) : Optional.empty()));
  }

  private static Optional<String> operatorClass(@Nullable String name, @Nullable String options) {
    return Optional.ofNullable(name).map(n -> options == null ? n : n + "(" + options + ")");
  }

  private static Map<String, String> attributes(ResultSet row) throws SQLException {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("storage parameters", text(row, 16));
    attributes.put("tablespace", text(row, 17));
    attributes.put("comment", text(row, 18));
    return attributes;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  /** What the model cannot hold of a table's indexes. */
  void unmodelled(long oid, QualifiedName table, PostgresqlUnmodelled unmodelled) {
    for (Parts index : tables.getOrDefault(oid, Map.of()).values()) {
      ElementName element = ElementName.index(table, index.name());
      index.attributes().forEach((name, value) -> unmodelled.attribute(element, name, value));
    }
  }

  /** Where the NULLs are, unless that is where they are by default: 11.4 in the manual. */
  private static Optional<NullsOrder> unusualNulls(int options) {
    boolean descending = (options & DESCENDING) != 0;
    boolean first = (options & NULLS_FIRST) != 0;
    return descending == first
        ? Optional.empty()
        : Optional.of(first ? NullsOrder.FIRST : NullsOrder.LAST);
  }

  /** The indexes of a table, known by its number. */
  List<Index> of(long table) {
    return tables.getOrDefault(table, Map.of()).values().stream()
        .map(
            index ->
                Index.of(index.keys())
                    .named(index.name())
                    .withUnique(index.isUnique())
                    .withWhere(Optional.ofNullable(index.where()).map(Expression::of))
                    .withMethod(
                        Optional.of(index.method()).filter(method -> !method.equals("btree")))
                    .withIncluded(index.included())
                    .withNullsNotDistinct(index.isNullsNotDistinct()))
        .toList();
  }
}
