package dev.migrate.dialect.postgresql;

import dev.migrate.schema.DataType;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL takes for attributes of sequences that are not stated.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE in
 *     the manual</a>
 */
final class PostgresqlSequenceDefaults {

  private PostgresqlSequenceDefaults() {}

  /** The sequence without attributes that it would have anyway. */
  static Sequence canonical(Sequence sequence, List<DialectName> names) {
    DataType type = sequence.type().map(known -> known.on(names)).orElse(SimpleType.BIGINT);
    boolean up = sequence.increment() > 0;
    long start = sequence.start();
    long least = up ? Math.min(1, start) : least(type);
    long greatest = up ? -1 - least(type) : Math.max(-1, start);
    return sequence
        .withType(Optional.of(type).filter(known -> known != SimpleType.BIGINT))
        .withLimits(
            sequence.minimum().filter(value -> value != least),
            sequence.maximum().filter(value -> value != greatest))
        .withCache(sequence.cache().filter(values -> values != 1));
  }

  /** The limits that are stated because PostgreSQL counts up from 1, and down from -1. */
  static Sequence withNeededLimits(Sequence sequence) {
    long start = sequence.start();
    boolean up = sequence.increment() > 0;
    Optional<Long> least = up && start < 1 ? Optional.of(start) : Optional.empty();
    Optional<Long> greatest = !up && start > -1 ? Optional.of(start) : Optional.empty();
    return sequence.withLimits(
        sequence.minimum().or(() -> least), sequence.maximum().or(() -> greatest));
  }

  private static long least(DataType type) {
    return type == SimpleType.SMALLINT
        ? Short.MIN_VALUE
        : type == SimpleType.INTEGER ? Integer.MIN_VALUE : Long.MIN_VALUE;
  }
}
