package dev.migrate.report;

/** Receives progress events. Called in the thread that migrates; what it throws stops the run. */
@FunctionalInterface
public interface MigrationListener {

  /**
   * Something happened.
   *
   * @param event what it was
   */
  void on(MigrationEvent event);
}
