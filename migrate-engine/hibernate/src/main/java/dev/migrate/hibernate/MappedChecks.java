package dev.migrate.hibernate;

import dev.migrate.schema.Check;
import dev.migrate.schema.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.mapping.CheckConstraint;

/**
 * Reads the checks of a table of mappings. Versions of Hibernate differ in the parentheses around a
 * condition, and the order of classes decides the order of values in a list, so both are brought
 * into one form.
 */
final class MappedChecks {

  private static final Pattern LIST =
      Pattern.compile(
          "(?i)\\bin\\s*\\(\\s*((?:'(?:[^']|'')*'|-?\\d+)(?:\\s*,\\s*(?:'(?:[^']|'')*'|-?\\d+))*)\\s*\\)");

  private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|-?\\d+");

  private final Mapping mapping;
  private final org.hibernate.mapping.Table table;
  private final MappedColumns columns;

  MappedChecks(Mapping mapping, org.hibernate.mapping.Table table, MappedColumns columns) {
    this.mapping = mapping;
    this.table = table;
    this.columns = columns;
  }

  List<Check> checks() {
    Map<String, Check> checks = new LinkedHashMap<>();
    org.hibernate.dialect.Dialect dialect = mapping.hibernateDialect();
    if (dialect.supportsTableCheck()) {
      table.getChecks().forEach(check -> add(checks, check));
    }
    for (org.hibernate.mapping.Column column : table.getColumns()) {
      if (dialect.supportsColumnCheck()) {
        column.getCheckConstraints().forEach(check -> add(checks, check));
      }
      String own = mapping.names().of(column);
      columns.definition(own).checks().forEach(text -> add(checks, new CheckConstraint(text)));
    }
    return checks.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void add(Map<String, Check> checks, CheckConstraint constraint) {
    if (constraint.getConstraint() == null || constraint.getConstraint().isBlank()) {
      return;
    }
    String condition = condition(constraint.getConstraint());
    Check check = Check.of(Expression.of(condition));
    String name = constraint.getName();
    boolean named = name != null && !name.isBlank();
    checks.putIfAbsent(condition, named ? check.named(mapping.names().given(name)) : check);
  }

  static String condition(String text) {
    String inner = text.strip();
    while (isEnclosed(inner)) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    StringBuilder sorted = new StringBuilder();
    Matcher list = LIST.matcher(inner);
    while (list.find()) {
      List<String> values =
          new ArrayList<>(VALUE.matcher(list.group(1)).results().map(one -> one.group()).toList());
      values.sort(Comparator.naturalOrder());
      list.appendReplacement(
          sorted, Matcher.quoteReplacement("in (" + String.join(", ", values) + ")"));
    }
    list.appendTail(sorted);
    return sorted.toString();
  }

  /** Whether the first parenthesis is closed by the last character. */
  private static boolean isEnclosed(String text) {
    if (text.length() < 3 || text.charAt(0) != '(') {
      return false;
    }
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i == text.length() - 1;
      }
    }
    return false;
  }
}
