package dev.migrate.dialect.ansi;

import dev.migrate.operation.AlterSequence;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.DataType;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.SequenceChangeVisitor;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.ValueTypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clauses of {@code ALTER SEQUENCE}. A limit that is not stated depends on the type, the
 * direction and the start, and databases keep the one that they once derived; so both limits are
 * written again when one of these changes. So is a cache that depends on the limits.
 */
final class SequenceClauses implements SequenceChangeVisitor<String> {

  private final AnsiDefinitions definitions;
  private final Schema schema;
  private final Sequence before;
  private final Sequence after;
  private final long cacheBefore;
  private final long cacheAfter;
  private final String noCycle;

  /**
   * Clauses from one state to another.
   *
   * @param before the sequence with the limits that it was created with
   * @param after the sequence with the limits that it would be created with
   * @param cacheBefore the cache that it was created with if it states none
   * @param cacheAfter the cache that it would be created with if it states none
   * @param noCycle the words for a sequence that ends with its last value
   */
  SequenceClauses(
      AnsiDefinitions definitions,
      Schema schema,
      Sequence before,
      Sequence after,
      long cacheBefore,
      long cacheAfter,
      String noCycle) {
    this.definitions = definitions;
    this.schema = schema;
    this.before = before;
    this.after = after;
    this.cacheBefore = cacheBefore;
    this.cacheAfter = cacheAfter;
    this.noCycle = noCycle;
  }

  /** All clauses; empty if nothing changes. */
  String of(AlterSequence operation) {
    List<SequenceChange> changes = new ArrayList<>(operation.changes());
    if (derivesOtherLimits()) {
      changes.removeIf(c -> c instanceof MinimumChange || c instanceof MaximumChange);
      changes.add(new MinimumChange(after.minimum()));
      changes.add(new MaximumChange(after.maximum()));
    }
    if (after.cache().isEmpty() && before.cache().isEmpty() && cacheBefore != cacheAfter) {
      changes.removeIf(CacheChange.class::isInstance);
      changes.add(new CacheChange(Optional.empty()));
    }
    StringBuilder clauses = new StringBuilder();
    changes.forEach(change -> clauses.append(change.accept(this)));
    return clauses.toString();
  }

  private boolean derivesOtherLimits() {
    return !type(before).equals(type(after))
        || Long.signum(before.increment()) != Long.signum(after.increment())
        || firstLimit(before) != firstLimit(after);
  }

  /** The limit that it starts from, where none is stated. */
  private static long firstLimit(Sequence sequence) {
    return sequence.increment() > 0
        ? Math.min(1, sequence.start())
        : Math.max(-1, sequence.start());
  }

  private DataType type(Sequence sequence) {
    return sequence.type().map(t -> t.on(definitions.dialects())).orElse(SimpleType.BIGINT);
  }

  private String what() {
    return "the sequence " + after.name();
  }

  @Override
  public String visit(ValueTypeChange change) {
    DataType type = type(after);
    return type.equals(type(before))
        ? ""
        : definitions.words(
            SqlFeature.SEQUENCE_NEW_TYPE,
            what() + " with values of another type, " + type + ",",
            " AS " + type.accept(definitions.types(schema)));
  }

  @Override
  public String visit(StartChange change) {
    return " START WITH " + change.start();
  }

  @Override
  public String visit(IncrementChange change) {
    return " INCREMENT BY " + change.increment();
  }

  @Override
  public String visit(MinimumChange change) {
    return limit("MINVALUE", after.minimum());
  }

  @Override
  public String visit(MaximumChange change) {
    return limit("MAXVALUE", after.maximum());
  }

  private String limit(String word, Optional<Long> limit) {
    return limit
        .map(
            value ->
                definitions.words(
                    SqlFeature.SEQUENCE_LIMITS,
                    what() + " with the limit " + value,
                    " " + word + " " + value))
        .orElse(" NO " + word);
  }

  @Override
  public String visit(CycleChange change) {
    return change.cycles()
        ? definitions.words(SqlFeature.SEQUENCE_CYCLE, what() + " that cycles", " CYCLE")
        : " " + noCycle;
  }

  @Override
  public String visit(CacheChange change) {
    long values = change.cache().orElse(cacheAfter);
    return definitions.words(
        SqlFeature.SEQUENCE_CACHE, what() + " with the cache " + values, " CACHE " + values);
  }
}
