package dev.migrate.generate;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a table demands of its rows, apart from foreign keys. Not thread-safe. */
final class RowRules {

  private static final Pattern NOT_NULL = Pattern.compile("(.+) IS NOT NULL");

  private static final Pattern IMPLIED = Pattern.compile("(.+) IS NULL OR (.+) IS NOT NULL");

  private final Table table;
  private final List<List<String>> keys = new ArrayList<>();
  private final Set<List<Object>> taken = new HashSet<>();

  RowRules(Table table) {
    this.table = table;
    table.constraints().stream()
        .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
        .forEach(constraint -> keys.add(constraint.columns()));
    table.indexes().stream()
        .filter(index -> index.isUnique())
        .forEach(
            index ->
                keys.add(index.keys().stream().flatMap(key -> key.column().stream()).toList()));
    boolean hasExpression =
        table.indexes().stream()
            .anyMatch(
                index ->
                    index.isUnique()
                        && index.keys().stream()
                            .map(IndexKey::expression)
                            .anyMatch(expression -> expression.isPresent()));
    if (hasExpression) {
      keys.add(List.of());
    }
  }

  boolean allow(Map<String, Literal> row) {
    boolean nullable =
        table.columns().stream()
            .filter(column -> !column.nullable())
            .map(Column::name)
            .noneMatch(column -> isNull(row, column));
    return nullable
        && keys.stream().noneMatch(key -> taken.contains(entry(row, key)))
        && table.constraints().stream()
            .noneMatch(
                constraint ->
                    constraint instanceof Check check && isViolated(row, check.condition().text()));
  }

  void add(Map<String, Literal> row) {
    keys.stream()
        .filter(key -> !values(row, key).contains(Literal.NULL))
        .forEach(key -> taken.add(entry(row, key)));
  }

  private static List<Object> entry(Map<String, Literal> row, List<String> key) {
    return List.of(key, values(row, key));
  }

  private static boolean isViolated(Map<String, Literal> row, String condition) {
    Matcher notNull = NOT_NULL.matcher(condition);
    Matcher implied = IMPLIED.matcher(condition);
    return (!implied.matches() && notNull.matches() && isNull(row, notNull.group(1)))
        || (implied.matches() && !isNull(row, implied.group(1)) && isNull(row, implied.group(2)));
  }

  private static boolean isNull(Map<String, Literal> row, String column) {
    String name = column.replaceFirst("^[\"`](.*)[\"`]$", "$1").replace("\"\"", "\"");
    return row.getOrDefault(name, Literal.NULL).equals(Literal.NULL);
  }

  static List<Literal> values(Map<String, Literal> row, List<String> columns) {
    return columns.stream().map(column -> row.getOrDefault(column, Literal.NULL)).toList();
  }
}
