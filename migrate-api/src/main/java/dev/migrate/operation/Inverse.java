package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What undoes an operation, or why nothing can. Immutable.
 *
 * @param operations what undoes it, in order; empty if nothing needs to be done, or nothing can
 * @param onlyIfEmpty a table that must have no rows for it, if there is such a condition
 * @param obstacle why nothing can undo it, and what to write so that something does
 */
public record Inverse(
    List<Operation> operations, Optional<QualifiedName> onlyIfEmpty, Optional<String> obstacle) {

  /** Copies. */
  public Inverse {
    operations = List.copyOf(operations);
  }

  /**
   * These operations restore the schema.
   *
   * @param operations the operations in order; none if there is nothing to do
   */
  public static Inverse of(Operation... operations) {
    return of(List.of(operations));
  }

  /**
   * These operations restore the schema.
   *
   * @param operations the operations in order; none if there is nothing to do
   */
  public static Inverse of(List<Operation> operations) {
    return new Inverse(operations, Optional.empty(), Optional.empty());
  }

  /**
   * Nothing can restore what was.
   *
   * @param obstacle why, and what to write instead
   * @return the lack of an inverse
   */
  public static Inverse none(String obstacle) {
    return new Inverse(List.of(), Optional.empty(), Optional.of(obstacle));
  }

  /**
   * Works only while a table has no rows.
   *
   * @return a copy with the condition
   */
  public Inverse onlyIfEmpty(QualifiedName table) {
    return new Inverse(operations, Optional.of(table), obstacle);
  }

  /**
   * What undoes several operations that ran one after the other.
   *
   * @param operations the operations in the order in which they ran
   * @param before the schema before the first
   * @return the inverses of each, the last one's first
   */
  public static List<Inverse> ofAll(List<Operation> operations, Schema before) {
    Deque<Inverse> inverses = new ArrayDeque<>();
    Schema schema = before;
    for (Operation operation : operations) {
      inverses.push(operation.inverse(schema));
      schema = operation.applyTo(schema);
    }
    return List.copyOf(inverses);
  }

  /** Several inverses as one, if none has an obstacle and they have at most one condition. */
  static Inverse combined(List<Inverse> inverses) {
    List<QualifiedName> conditions =
        inverses.stream().flatMap(inverse -> inverse.onlyIfEmpty().stream()).distinct().toList();
    if (conditions.size() > 1) {
      return none("it would need empty tables: " + conditions + "; override downgrade(…)");
    }
    return inverses.stream()
        .filter(inverse -> inverse.obstacle().isPresent())
        .findFirst()
        .orElseGet(
            () ->
                new Inverse(
                    inverses.stream().flatMap(inverse -> inverse.operations().stream()).toList(),
                    conditions.stream().findFirst(),
                    Optional.empty()));
  }
}
