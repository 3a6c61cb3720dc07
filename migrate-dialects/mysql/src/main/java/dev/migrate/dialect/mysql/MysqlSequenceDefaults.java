package dev.migrate.dialect.mysql;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import java.util.Optional;

/**
 * The limits of a sequence where it states none. MariaDB counts from 1 up or from -1 down unless a
 * limit is stated.
 *
 * @see <a href="https://mariadb.com/kb/en/create-sequence/">CREATE SEQUENCE</a>
 */
final class MysqlSequenceDefaults {

  private static final long GREATEST = Long.MAX_VALUE - 1;

  /** The cache of a sequence that states none. */
  static final long CACHE = 1000;

  private MysqlSequenceDefaults() {}

  private static long least(boolean up) {
    return up ? 1 : -Long.MAX_VALUE;
  }

  private static long greatest(boolean up) {
    return up ? GREATEST : -1;
  }

  /** With the limit that its start needs. */
  static Sequence stated(Sequence sequence) {
    boolean up = sequence.increment() > 0;
    Optional<Long> start = Optional.of(sequence.start());
    Sequence stated = sequence;
    if (up && sequence.start() < least(true)) {
      stated = stated.withLimits(stated.minimum().or(() -> start), stated.maximum());
    }
    if (!up && sequence.start() > greatest(false)) {
      stated = stated.withLimits(stated.minimum(), stated.maximum().or(() -> start));
    }
    return stated;
  }

  /** With both limits. */
  static Sequence limited(Sequence sequence) {
    boolean up = sequence.increment() > 0;
    Sequence stated = stated(sequence);
    return stated.withLimits(
        stated.minimum().or(() -> Optional.of(Math.min(least(up), stated.start()))),
        stated.maximum().or(() -> Optional.of(Math.max(greatest(up), stated.start()))));
  }

  /** As it is compared: without what MariaDB takes anyway. */
  static Sequence canonical(Sequence sequence) {
    boolean up = sequence.increment() > 0;
    Sequence stated = stated(sequence);
    return stated
        .withLimits(
            stated.minimum().filter(value -> value != least(up)),
            stated.maximum().filter(value -> value != greatest(up)))
        .withCache(stated.cache().filter(values -> values != CACHE));
  }

  /** A sequence of the catalogue; an increment of 0 stands for a variable, which is usually 1. */
  static Sequence stored(
      QualifiedName name,
      long start,
      long increment,
      long least,
      long greatest,
      long cache,
      boolean cycles) {
    return canonical(
        Sequence.of(name)
            .startingAt(start)
            .incrementedBy(increment == 0 ? 1 : increment)
            .withLimits(Optional.of(least), Optional.of(greatest))
            .withCycles(cycles)
            .withCache(Optional.of(Math.max(1, cache))));
  }
}
