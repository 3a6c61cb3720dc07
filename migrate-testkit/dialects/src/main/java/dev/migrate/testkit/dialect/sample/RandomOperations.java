package dev.migrate.testkit.dialect.sample;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;

/**
 * Makes up operations that fit a schema, the same ones for the same seed: tables, columns,
 * constraints, indexes, sequences, views, enum types and schemas come, change and go. Operations on
 * rows, raw SQL and code are not among them. Not thread-safe.
 *
 * <pre>{@code
 * RandomOperations random = RandomOperations.seeded(42).possibleOn(dialect);
 * Schema schema = Schema.empty();
 * for (int i = 0; i < 20; i++) {
 *   schema = random.next(schema).applyTo(schema);
 * }
 * }</pre>
 */
public final class RandomOperations {

  private static final int MOST_ATTEMPTS = 10_000;

  private final long seed;
  private final RandomChanges changes;
  private final BiPredicate<Operation, Schema> accepted;

  private RandomOperations(
      long seed, RandomChanges changes, BiPredicate<Operation, Schema> accepted) {
    this.seed = seed;
    this.changes = changes;
    this.accepted = accepted;
  }

  /**
   * Starts with a seed, which decides everything.
   *
   * @param seed any number
   */
  public static RandomOperations seeded(long seed) {
    return new RandomOperations(
        seed, new RandomChanges(new Random(seed)), (operation, before) -> true);
  }

  /**
   * Leaves out operations.
   *
   * @param condition what an operation and the schema before it must fulfil
   * @return a source with the same seed from its beginning, and with this condition too
   */
  public RandomOperations where(BiPredicate<Operation, Schema> condition) {
    return new RandomOperations(seed, new RandomChanges(new Random(seed)), accepted.and(condition));
  }

  /**
   * Leaves out what a dialect refuses to render.
   *
   * @return a source with the same seed from its beginning, and with this condition too
   */
  public RandomOperations possibleOn(Dialect dialect) {
    return where((operation, before) -> renders(dialect, operation, before));
  }

  private static boolean renders(Dialect dialect, Operation operation, Schema before) {
    try {
      dialect.renderer().render(operation, new RenderContext(before));
      return true;
    } catch (MigrateException refused) {
      return false;
    }
  }

  /**
   * Makes up the next operation.
   *
   * @return an operation that fits the schema
   * @throws IllegalStateException if nothing is accepted
   */
  public Operation next(Schema before) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        Operation operation = changes.operation(before);
        if (OrdinarySchema.is(operation.applyTo(before)) && accepted.test(operation, before)) {
          return operation;
        }
      } catch (MigrateException doesNotFit) {
        // Most of what is made up at random fits; what does not is made up again.
      }
    }
    throw new IllegalStateException(this + ": nothing is accepted on\n" + before);
  }

  /**
   * Makes up operations that follow each other, from the empty schema on.
   *
   * @param length how many
   */
  public List<Operation> sequence(int length) {
    List<Operation> operations = new ArrayList<>();
    Schema schema = Schema.empty();
    for (int i = 0; i < length; i++) {
      Operation operation = next(schema);
      operations.add(operation);
      schema = operation.applyTo(schema);
    }
    return operations;
  }

  @Override
  public String toString() {
    return "random operations with seed " + seed;
  }
}
