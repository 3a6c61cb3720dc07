package dev.migrate.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Tells Spring Boot which bean makes the tables, so that everything that reads the database is
 * created after it: the entity manager factory, {@code JdbcTemplate}, sessions, schedulers.
 */
final class MigrateInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

  /** After Flyway and Liquibase, which an application may still have while it moves. */
  private static final int ORDER = 2;

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(MigrateInitializer.class);
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
