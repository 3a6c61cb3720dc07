package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.sqlite.SqliteToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Enums, which SQLite does not have: a text column with a check of its own that lists the labels
 * and has no name, {@code mood TEXT CHECK (mood IN ('sad', 'happy'))}.
 */
final class SqliteEnums {

  private SqliteEnums() {}

  /** The check after the type of such a column, with a space in front. */
  static String check(AnsiDefinitions definitions, String column, List<String> labels) {
    return " CHECK ("
        + definitions.names().name(column)
        + " IN ("
        + String.join(", ", labels.stream().map(definitions.literals()::text).toList())
        + "))";
  }

  /** The labels that such a condition lists; empty for any other condition. */
  static List<String> labels(String column, String condition) {
    List<SqliteToken> tokens = SqliteToken.of(condition);
    int last = tokens.size() - 1;
    if (last < 4
        || tokens.get(0).kind() == Kind.TEXT
        || !tokens.get(0).value().equalsIgnoreCase(column)
        || !tokens.get(1).is("IN")
        || !tokens.get(2).is("(")
        || !tokens.get(last).is(")")) {
      return List.of();
    }
    List<String> labels = new ArrayList<>();
    for (int i = 3; i < last; i++) {
      SqliteToken token = tokens.get(i);
      if (i % 2 == 1 ? token.kind() != Kind.TEXT : !token.is(",")) {
        return List.of();
      } else if (i % 2 == 1) {
        labels.add(token.value());
      }
    }
    boolean distinct = labels.stream().distinct().count() == labels.size();
    return last % 2 == 0 && distinct && !labels.contains("") ? labels : List.of();
  }
}
