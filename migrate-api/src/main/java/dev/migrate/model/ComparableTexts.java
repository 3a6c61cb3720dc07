package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SQL texts of an element in a form in which only differences of meaning count: canonical forms
 * leave texts out, because databases rewrite them, but both schemas here were written by people.
 */
final class ComparableTexts {

  private final Dialect dialect;

  ComparableTexts(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Expression> of(View view) {
    return view.query().stream().map(this::comparable).toList();
  }

  /**
   * Whether two elements have the same texts. A default that only one of them has as a text is left
   * to the canonical form.
   */
  boolean areAlike(TableElement one, TableElement other) {
    if (one instanceof Column column
        && other instanceof Column known
        && !(hasTextAsDefault(column) && hasTextAsDefault(known))) {
      return areAlike(
          column.generated().map(Generated::expression).stream(),
          known.generated().map(Generated::expression).stream());
    }
    return areAlike(texts(one), texts(other));
  }

  private boolean areAlike(Stream<Expression> some, Stream<Expression> others) {
    return some.map(this::comparable).toList().equals(others.map(this::comparable).toList());
  }

  private static boolean hasTextAsDefault(Column column) {
    return column.defaultValue().filter(Expression.class::isInstance).isPresent();
  }

  /** The element with the spelling of another one that has the same texts. */
  TableElement spelledAs(TableElement one, TableElement known) {
    if (!areAlike(one, known)) {
      return one;
    } else if (one instanceof Column column && known instanceof Column other) {
      return column.withGenerated(
          column
              .generated()
              .map(
                  generated ->
                      generated.withExpression(other.generated().orElseThrow().expression())));
    } else if (one instanceof Check check && known instanceof Check other) {
      return check.withCondition(other.condition());
    } else if (one instanceof Index index && known instanceof Index other) {
      return index.where().isPresent() ? index.withWhere(other.where()) : index;
    }
    return one;
  }

  private static Stream<Expression> texts(TableElement element) {
    if (element instanceof Column column) {
      return Stream.concat(
          column.generated().map(Generated::expression).stream(),
          column
              .defaultValue()
              .filter(Expression.class::isInstance)
              .map(Expression.class::cast)
              .stream());
    } else if (element instanceof Check check) {
      return Stream.of(check.condition());
    } else if (element instanceof Index index) {
      return Stream.concat(
          index.keys().stream().map(IndexKey::expression).flatMap(Optional::stream),
          index.where().stream());
    }
    return Stream.of();
  }

  private Expression comparable(Expression text) {
    return Expression.of(
        withoutParentheses(dialect.comparableText(text.on(dialect.names()).text())));
  }

  /** A condition means the same in parentheses. */
  private static String withoutParentheses(String text) {
    String inner = text.strip();
    while (inner.length() > 2 && isEnclosed(inner)) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return inner;
  }

  /** Whether the first parenthesis is closed by the last character; quotes are skipped. */
  private static boolean isEnclosed(String text) {
    if (text.charAt(0) != '(') {
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
