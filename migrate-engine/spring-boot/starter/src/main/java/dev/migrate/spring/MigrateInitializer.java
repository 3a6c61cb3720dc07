package dev.migrate.spring;

import dev.migrate.engine.Migrator;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Migrates or checks while the application starts, before anything reads the databases. */
final class MigrateInitializer implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(MigrateInitializer.class);

  private final Collection<Migrator> migrators;
  private final OnStart onStart;
  private final List<String> warnings;

  MigrateInitializer(Collection<Migrator> migrators, OnStart onStart, List<String> warnings) {
    this.migrators = List.copyOf(migrators);
    this.onStart = onStart;
    this.warnings = List.copyOf(warnings);
  }

  @Override
  public void afterPropertiesSet() {
    warnings.forEach(LOG::warn);
    switch (onStart) {
      case UPGRADE -> migrators.forEach(Migrator::upgrade);
      case CHECK -> migrators.forEach(Migrator::validate);
      case NONE -> {}
    }
  }
}
