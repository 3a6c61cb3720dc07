package dev.migrate.report;

/**
 * Receives progress events. Called in the migrating thread; an exception that it throws stops the
 * run.
 */
@FunctionalInterface
public interface MigrationListener {

  /** Handles an event. */
  void on(MigrationEvent event);
}
