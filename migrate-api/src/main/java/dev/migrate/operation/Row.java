package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row, in the order of the columns that stand beside it.
 *
 * @param values the values
 */
public record Row(List<Literal> values) {

  /** Copies. */
  public Row {
    values = List.copyOf(values);
  }

  /**
   * A row of Java values.
   *
   * @param values values for {@link Literal#of}; null for NULL
   * @return the row
   */
  public static Row of(@Nullable Object @Nullable ... values) {
    if (values == null) {
      return new Row(List.of(Literal.NULL));
    }
    return new Row(Arrays.stream(values).map(Literal::of).toList());
  }

  @Override
  public String toString() {
    return values.toString().replace('[', '(').replace(']', ')');
  }
}
