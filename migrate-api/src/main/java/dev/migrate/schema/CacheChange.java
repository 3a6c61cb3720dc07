package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Objects;
import java.util.Optional;

/**
 * Another cache.
 *
 * @param cache how many values a session allocates at once; empty for the database's default
 */
public record CacheChange(Optional<Long> cache) implements SequenceChange {

  /**
   * Checks the number.
   *
   * @throws DefinitionException if it is less than 1
   */
  public CacheChange {
    Objects.requireNonNull(cache, "cache");
    if (cache.filter(values -> values < 1).isPresent()) {
      throw new DefinitionException("a sequence has the cache " + cache.get(), "give it 1 or more");
    }
  }

  @Override
  public <R> R accept(SequenceChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Sequence applyTo(Sequence sequence) {
    return sequence.withCache(cache);
  }

  @Override
  public SequenceChange restoring(Sequence before) {
    return new CacheChange(before.cache());
  }

  @Override
  public String toString() {
    return cache.map(values -> "cache " + values).orElse("no cache");
  }
}
