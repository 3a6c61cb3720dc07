package dev.migrate.engine.history;

import dev.migrate.RevisionId;
import java.sql.SQLException;

/**
 * Keeps a process that has lost its lock from going on. Nothing stands in the way of one whose lock
 * ends with its session, since that session is gone then.
 */
public interface Fence {

  /** Lets everything pass. */
  Fence NONE =
      new Fence() {
        @Override
        public boolean isOpen() {
          return true;
        }

        @Override
        public void beforeWrite() {}

        @Override
        public void beforeStatement(RevisionId revision, int statement) {}

        @Override
        public void explain(SQLException failure) {}
      };

  /** Whether it lets everything pass, so that a write to the history needs no transaction. */
  boolean isOpen();

  /**
   * Before a write to the history, in its transaction: lets nobody take the lock over until that
   * ends.
   *
   * @throws dev.migrate.report.LockException if somebody else has the lock
   * @throws SQLException if a statement fails
   */
  void beforeWrite() throws SQLException;

  /**
   * Before a statement of a revision.
   *
   * @throws dev.migrate.report.LockException if the lock is lost
   */
  void beforeStatement(RevisionId revision, int statement);

  /**
   * After a write to the history failed, outside of its transaction.
   *
   * @throws dev.migrate.report.LockException if it failed because somebody else has the lock
   */
  void explain(SQLException failure);
}
