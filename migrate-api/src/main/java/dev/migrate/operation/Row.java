package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row, in the order of the columns that stand beside it.
 *
 * @param values the values: constants, or what the database computes when it inserts the row
 */
public record Row(List<DefaultValue> values) {

  /** Copies. */
  public Row {
    values = List.copyOf(values);
  }

  /**
   * A row of Java values.
   *
   * @param values values for {@link Literal#of}, or what the database computes, such as {@code
   *     currentTimestamp()} or {@code expression("…")}; null for NULL
   * @throws DefinitionException if a value cannot be one of a row
   */
  public static Row of(@Nullable Object @Nullable ... values) {
    if (values == null) {
      return new Row(List.of(Literal.NULL));
    }
    return new Row(Arrays.stream(values).map(Row::value).toList());
  }

  /** A value that is stored: a constant, or one that the database computes. */
  static DefaultValue value(@Nullable Object value) {
    return value instanceof DefaultValue known ? known : Literal.of(value);
  }

  /** Whether the database computes one of the values. */
  boolean isComputed() {
    return values.stream().anyMatch(value -> !(value instanceof Literal));
  }

  /**
   * The values of a row that has constants alone.
   *
   * @throws DefinitionException if the database computes a value
   */
  public List<Literal> literals() {
    return values.stream().map(Row::literal).toList();
  }

  private static Literal literal(DefaultValue value) {
    if (value instanceof Literal literal) {
      return literal;
    }
    throw new DefinitionException(
        Facts.of("the value " + value + " is computed by the database, and cannot be compared with")
            .next(
                "give a constant; what the database computes can be inserted with insert(…) and"
                    + " set with set(…)"));
  }

  @Override
  public String toString() {
    return values.toString().replace('[', '(').replace(']', ')');
  }
}
