package dev.migrate.testkit.dialect.contract;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** How sessions of a database wait for locks. */
public interface Waits {

  /** What a transaction does to keep a change of table {@code t} waiting. */
  default String holding() {
    return "SELECT * FROM t";
  }

  /** Whether a lock is on the whole database, so that a revision waits before anything else. */
  default boolean isOnTheDatabase() {
    return false;
  }

  /** Whether a change of the schema that timed out surely did nothing. */
  default boolean undoesChanges() {
    return true;
  }

  /** Whether a reader misses a table for a moment, while its changed copy gets its name. */
  default boolean isHidden(SQLException failure) {
    return false;
  }

  /** The shortest time that a session can wait. */
  default Duration shortest() {
    return Duration.ofMillis(300);
  }

  /** A query for the limits of the session, as one text. */
  String limits();

  /** A statement that gives the session shorter limits than {@link #shortest}; if it can. */
  Optional<String> shorter();

  /** How many statements ask for limits that are then set by another one. */
  default int reads() {
    return 0;
  }

  /** A query for what messages call the session. */
  Optional<String> session();

  /** The database for a user who may change it and sees other sessions. */
  default DataSource withRights(DataSource database) {
    return database;
  }

  /** Whether everybody may see that a session is there, if not what it does. */
  default boolean namesForAll() {
    return false;
  }

  /** The database for a user who may change it and sees no other sessions, if there is one. */
  default Optional<DataSource> withoutRights(DataSource database) {
    return Optional.empty();
  }
}
