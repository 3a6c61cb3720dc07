package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.Literal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new values of rows, and which rows get them. Immutable; every method that says something more
 * returns a copy.
 *
 * @param assignments the columns that change, with their new values
 * @param conditions what a row must have to be changed; empty for every row
 * @param isWithoutUndo whether a downgrade leaves the rows as they are
 */
public record RowChange(
    List<Assignment> assignments, List<Assignment> conditions, boolean isWithoutUndo) {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if nothing is changed, a column is set or compared twice, or
   *     compared with a value that the database computes
   */
  public RowChange {
    assignments = List.copyOf(assignments);
    conditions = List.copyOf(conditions);
    if (assignments.isEmpty() || namesTwice(assignments)) {
      throw new DefinitionException(
          "conflicting new values: " + assignments, "set each column once, and at least one");
    }
    conditions.forEach(condition -> new Row(List.of(condition.value())).literals());
    if (namesTwice(conditions)) {
      throw new DefinitionException(
          "conflicting conditions: " + conditions,
          "compare each column once; no row has two values");
    }
  }

  private static boolean namesTwice(List<Assignment> values) {
    return values.stream().map(Assignment::column).distinct().count() < values.size();
  }

  /** New values, not yet for any rows. */
  public static final class Start {

    private final List<Assignment> assignments;

    private Start(List<Assignment> assignments) {
      this.assignments = assignments;
    }

    /**
     * Sets a further column.
     *
     * @param value its new value, as of a {@link Row}
     */
    public Start set(String column, @Nullable Object value) {
      return new Start(joined(assignments, new Assignment(column, Row.value(value))));
    }

    /**
     * Changes only rows that have this value.
     *
     * @param value its value, for {@link Literal#of}; null for rows where it is NULL
     */
    public RowChange where(String column, @Nullable Object value) {
      return new RowChange(assignments, List.of(), false).and(column, value);
    }

    /** Changes every row of the table. */
    public RowChange inEveryRow() {
      return new RowChange(assignments, List.of(), false);
    }
  }

  /**
   * Starts with a column and its new value; {@link Start#where} or {@link Start#inEveryRow()}
   * follows.
   *
   * @param value its new value, as of a {@link Row}
   * @return the new value, not yet for any rows
   */
  public static Start set(String column, @Nullable Object value) {
    return new Start(List.of(new Assignment(column, Row.value(value))));
  }

  /**
   * Changes only rows that have this value too.
   *
   * @param value its value, for {@link Literal#of}; null for rows where it is NULL
   */
  public RowChange and(String column, @Nullable Object value) {
    return new RowChange(
        assignments, joined(conditions, new Assignment(column, Row.value(value))), isWithoutUndo);
  }

  /** Lets a downgrade leave the rows as they are. */
  public RowChange needsNoUndo() {
    return new RowChange(assignments, conditions, true);
  }

  private static List<Assignment> joined(List<Assignment> front, Assignment last) {
    List<Assignment> all = new ArrayList<>(front);
    all.add(last);
    return all;
  }
}
