package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Entity classes, which do not change: the mappings are built once for a dialect, and not each time
 * that a schema is compared with them. Thread-safe.
 */
final class ReadOnce implements MappingSource {

  private record Last(Dialect dialect, ReadMappings mappings) {}

  private final MappingSource source;

  /** Empty until the first call. */
  private final AtomicReference<@Nullable Last> last = new AtomicReference<>();

  ReadOnce(MappingSource source) {
    this.source = source;
  }

  @Override
  public ReadMappings read(Dialect dialect) {
    Last known = last.get();
    if (known == null || known.dialect() != dialect) {
      known = new Last(dialect, source.read(dialect));
      last.set(known);
    }
    return known.mappings();
  }

  @Override
  public MappingSource with(Map<String, ?> settings) {
    return new ReadOnce(source.with(settings));
  }

  @Override
  public MappingSource withVersion(String version) {
    return new ReadOnce(source.withVersion(version));
  }
}
