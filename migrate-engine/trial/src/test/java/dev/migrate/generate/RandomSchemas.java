package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.sample.RandomOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Two schemas made at random, and the operations that made the first.
 *
 * @param seed decides everything
 * @param operations what makes the schema before
 */
record RandomSchemas(long seed, List<Operation> operations, Schema before, Schema after) {

  private static final int OPERATIONS = 20;
  private static final int FEW = 5;

  /** Schemas whose parts depend on each other, and a few changes between them. */
  static RandomSchemas mutated(Dialect dialect, List<String> collations, long seed) {
    SchemaMutations mutations = new SchemaMutations(seed, dialect, collations);
    Schema before = mutations.after(mutations.first(), (int) (seed % 12));
    return new RandomSchemas(
        seed, List.of(), before, mutations.after(before, 1 + (int) (seed % 5)));
  }

  /** Both kinds, for a seed, with what a dialect can do. */
  static List<RandomSchemas> on(Dialect dialect, long seed) {
    return both(() -> random(-seed).possibleOn(dialect), random(seed).possibleOn(dialect), seed);
  }

  /** Both kinds, for a seed. */
  static List<RandomSchemas> any(long seed) {
    return both(() -> random(-seed), random(seed), seed);
  }

  /** An unrelated schema, and one that the first became by a few operations. */
  private static List<RandomSchemas> both(
      Supplier<RandomOperations> second, RandomOperations first, long seed) {
    List<Operation> operations = new ArrayList<>();
    Schema before = folded(first, Schema.empty(), OPERATIONS, operations);
    Schema unrelated = folded(second.get(), Schema.empty(), OPERATIONS, new ArrayList<>());
    Schema related = folded(second.get(), before, FEW, new ArrayList<>());
    return List.of(
        new RandomSchemas(seed, operations, before, unrelated),
        new RandomSchemas(seed, operations, before, related));
  }

  private static RandomOperations random(long seed) {
    return RandomOperations.seeded(seed)
        .where((operation, before) -> isLasting(operation.applyTo(before)));
  }

  /** Whether rows can be there: no sequence is asked for what is not a number. */
  private static boolean isLasting(Schema schema) {
    return schema.tables().stream()
        .flatMap(table -> table.columns().stream())
        .noneMatch(
            column ->
                column.defaultValue().filter(NextValue.class::isInstance).isPresent()
                    && !column.type().accepts(Literal.Kind.NUMBER));
  }

  /** Whether no sequence that counts down has to start below the number at which it stands. */
  boolean canRun() {
    return canRun(before, after) && canRun(after, before);
  }

  private static boolean canRun(Schema from, Schema to) {
    return to.sequences().stream()
        .allMatch(
            sequence ->
                from.findSequence(sequence.name())
                    .filter(known -> known.start() > sequence.start())
                    .filter(known -> sequence.increment() < 0)
                    .isEmpty());
  }

  private static Schema folded(
      RandomOperations random, Schema before, int count, List<Operation> operations) {
    Schema schema = before;
    for (int i = 0; i < count; i++) {
      Operation operation = random.next(schema);
      operations.add(operation);
      schema = operation.applyTo(schema);
    }
    return schema;
  }
}
