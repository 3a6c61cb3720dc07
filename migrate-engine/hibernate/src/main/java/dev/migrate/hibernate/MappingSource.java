package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import java.util.Map;

/** Where Hibernate's mappings come from. Immutable. */
interface MappingSource {

  /** Reads the mappings for a database. */
  ReadMappings read(Dialect dialect);

  /** A copy with further settings. */
  MappingSource with(Map<String, ?> settings);

  /** A copy for a version of the database. */
  MappingSource withVersion(String version);
}
