package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.boot.Metadata;

/** Where Hibernate's mappings come from. Immutable. */
interface MappingSource {

  /** Reads the mappings for a database, which are valid only during the call. */
  <T> T read(Dialect dialect, Function<Metadata, T> reading);

  /** A copy with further settings. */
  MappingSource with(Map<String, ?> settings);

  /** A copy for a version of the database. */
  MappingSource withVersion(String version);
}
