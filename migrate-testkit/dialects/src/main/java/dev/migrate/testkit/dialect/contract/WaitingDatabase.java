package dev.migrate.testkit.dialect.contract;

/** A database that several connections reach, and how its sessions wait for each other. */
public interface WaitingDatabase extends DatabaseContract {

  /** What is special to this database. */
  Waits waits();
}
