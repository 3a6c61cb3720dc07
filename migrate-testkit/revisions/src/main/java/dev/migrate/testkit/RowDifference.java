package dev.migrate.testkit;

import dev.migrate.operation.Row;
import dev.migrate.schema.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What differs between the rows that were expected and those that are there. Immutable.
 *
 * @param missing expected and not there
 * @param surplus there and not expected
 */
record RowDifference(List<Row> missing, List<Row> surplus) {

  /** Compares rows that may come in any order. */
  static RowDifference inAnyOrder(List<Row> expected, List<Row> actual) {
    List<Row> missing = new ArrayList<>();
    List<Row> surplus = new ArrayList<>(actual);
    for (Row row : expected) {
      int found = 0;
      while (found < surplus.size() && !isAlike(row, surplus.get(found))) {
        found++;
      }
      if (found < surplus.size()) {
        surplus.remove(found);
      } else {
        missing.add(row);
      }
    }
    return new RowDifference(missing, surplus);
  }

  /** Compares rows one by one. */
  static RowDifference inOrder(List<Row> expected, List<Row> actual) {
    List<Row> missing = new ArrayList<>();
    List<Row> surplus = new ArrayList<>();
    for (int index = 0; index < Math.max(expected.size(), actual.size()); index++) {
      boolean both = index < expected.size() && index < actual.size();
      if (!both || !isAlike(expected.get(index), actual.get(index))) {
        expected.stream().skip(index).limit(1).forEach(missing::add);
        actual.stream().skip(index).limit(1).forEach(surplus::add);
      }
    }
    return new RowDifference(missing, surplus);
  }

  boolean isEmpty() {
    return missing.isEmpty() && surplus.isEmpty();
  }

  /** Whether a query says in which order its rows come, other than inside of parentheses. */
  static boolean isOrdered(String sql) {
    String outside = sql.replaceAll("'[^']*'", "").replaceAll("\"[^\"]*\"", "");
    String before;
    do {
      before = outside;
      outside = before.replaceAll("\\([^()]*\\)", "");
    } while (!outside.equals(before));
    return outside.toLowerCase(Locale.ROOT).matches("(?s).*\\border\\s+by\\b.*");
  }

  static String text(List<Row> rows) {
    return rows.isEmpty()
        ? "no rows"
        : rows.stream().map(Row::toString).collect(Collectors.joining("\n"));
  }

  private static boolean isAlike(Row expected, Row actual) {
    if (expected.values().size() != actual.values().size()) {
      return false;
    }
    for (int index = 0; index < expected.values().size(); index++) {
      if (!isAlike(expected.literals().get(index), actual.literals().get(index))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Numbers are alike by value. Where the kinds differ because the database has no such type, the
   * value is read as what was expected: 1 as true, a text as a date.
   */
  static boolean isAlike(Literal expected, Literal actual) {
    if (expected.equals(actual)) {
      return true;
    } else if (expected.kind() == Literal.Kind.NULL || actual.kind() == Literal.Kind.NULL) {
      return false;
    } else if (expected.kind() == Literal.Kind.BOOLEAN || expected.kind() == Literal.Kind.NUMBER) {
      return isNumeric(actual) && number(expected).compareTo(number(actual)) == 0;
    } else if (expected.kind() == Literal.Kind.TEXT) {
      return expected.text().equals(actual.text());
    }
    return actual.kind() == Literal.Kind.TEXT && isAlike(expected, actual.text());
  }

  private static boolean isNumeric(Literal value) {
    return value.kind() == Literal.Kind.NUMBER || value.kind() == Literal.Kind.BOOLEAN;
  }

  private static BigDecimal number(Literal value) {
    return switch (value.text()) {
      case "true" -> BigDecimal.ONE;
      case "false" -> BigDecimal.ZERO;
      default -> new BigDecimal(value.text());
    };
  }

  private static boolean isAlike(Literal expected, String text) {
    try {
      boolean dated = expected.kind().name().startsWith("TIMESTAMP");
      return expected.equals(new Literal(expected.kind(), dated ? text.replace(' ', 'T') : text));
    } catch (RuntimeException other) {
      return false;
    }
  }
}
