package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.Metadata;

/** Mappings that the application has built, for its own database. */
record BuiltMappings(Metadata metadata) implements MappingSource {

  @Override
  public ReadMappings read(Dialect dialect) {
    org.hibernate.dialect.Dialect builtFor = metadata.getDatabase().getDialect();
    Optional<HibernateTarget> target = HibernateTarget.of(builtFor);
    if (target.isPresent() && !target.equals(HibernateTarget.of(dialect))) {
      throw new DefinitionException(
          Facts.of("the mappings were built for another database")
              .with("mappings", builtFor.getClass().getName())
              .with("wanted", dialect.names().get(0).toString())
              .next(
                  "use HibernateModel.of(classes), which builds them for each database, or metadata"
                      + " that was built for this one"));
    }
    return new MappedSchema(metadata, dialect).read();
  }

  @Override
  public MappingSource with(Map<String, ?> settings) {
    throw built("settings " + settings.keySet().stream().sorted().toList());
  }

  @Override
  public MappingSource withVersion(String version) {
    throw built("version " + version);
  }

  private static DefinitionException built(String late) {
    return new DefinitionException(
        "the mappings were built already, so the " + late + " would have no effect",
        "set this where the application configures Hibernate, or use HibernateModel.of(classes)");
  }
}
