package dev.migrate.dialect.h2;

import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import java.util.List;
import java.util.Optional;

/**
 * What H2 takes for a sequence where a revision leaves it open; it has no part in the canonical
 * form. Neither has it that a descending sequence does not cache: such a sequence has to lose its
 * cache when it restarts.
 *
 * @see <a href="https://h2database.com/html/grammar.html#sequence_options">Sequence options</a>
 */
final class H2SequenceDefaults {

  /** {@code Sequence.DEFAULT_CACHE_SIZE}. */
  private static final long USUAL_CACHE = 32;

  /** {@code Constants.MAX_NUMERIC_PRECISION}. */
  private static final int MOST_DIGITS = 100_000;

  private H2SequenceDefaults() {}

  static Sequence canonical(Sequence sequence, List<DialectName> names) {
    DataType type = sequence.type().map(known -> read(known.on(names))).orElse(SimpleType.BIGINT);
    if (!(type instanceof SimpleType simple) || !simple.isWholeNumber()) {
      return sequence.withType(Optional.of(type));
    }
    long least = least(simple);
    long usualMinimum = sequence.increment() > 0 ? Math.min(1, sequence.start()) : least;
    long usualMaximum = sequence.increment() > 0 ? -1 - least : Math.max(-1, sequence.start());
    long minimum = sequence.minimum().orElse(usualMinimum);
    long maximum = sequence.maximum().orElse(usualMaximum);
    return sequence
        .withType(Optional.of(type).filter(known -> known != SimpleType.BIGINT))
        .withLimits(
            Optional.of(minimum).filter(value -> value != usualMinimum),
            Optional.of(maximum).filter(value -> value != usualMaximum))
        .withCache(
            sequence
                .cache()
                .filter(values -> values != USUAL_CACHE)
                .filter(values -> values != steps(sequence, minimum, maximum))
                .filter(values -> values != 1 || sequence.increment() > 0));
  }

  /** The cache of a sequence that states none. */
  static long cache(Sequence sequence, List<DialectName> names) {
    DataType type = sequence.type().map(known -> read(known.on(names))).orElse(SimpleType.BIGINT);
    if (sequence.increment() < 0) {
      return 1;
    }
    if (!(type instanceof SimpleType simple) || !simple.isWholeNumber()) {
      return USUAL_CACHE;
    }
    long minimum = sequence.minimum().orElse(Math.min(1, sequence.start()));
    long maximum = sequence.maximum().orElse(-1 - least(simple));
    long steps = steps(sequence, minimum, maximum);
    return Long.compareUnsigned(steps, USUAL_CACHE) < 0 ? steps : USUAL_CACHE;
  }

  /** The usual cache is no greater than the number of values that there are. */
  private static long steps(Sequence sequence, long minimum, long maximum) {
    return Long.divideUnsigned(maximum - minimum, Math.abs(sequence.increment())) + 1;
  }

  /** In the mode of Oracle, a sequence without a type has the greatest of numbers. */
  private static DataType read(DataType type) {
    DataType read = type instanceof NativeType unknown ? H2TypeReader.read(unknown.sql()) : type;
    return read.equals(new DecimalType(MOST_DIGITS, 0)) ? SimpleType.BIGINT : read;
  }

  private static long least(SimpleType type) {
    return switch (type) {
      case SMALLINT -> Short.MIN_VALUE;
      case INTEGER -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }
}
