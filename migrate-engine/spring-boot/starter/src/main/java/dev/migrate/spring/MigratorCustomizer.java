package dev.migrate.spring;

import dev.migrate.engine.MigratorBuilder;

/**
 * A bean that changes settings of the migrator for which there is no property, such as a clock or
 * an accepted conflict. Called in the order of the beans, after all properties were applied; a
 * setting that a property made cannot be made again.
 */
@FunctionalInterface
public interface MigratorCustomizer {

  /** Changes settings of the builder. */
  void customize(MigratorBuilder builder);
}
