package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import java.sql.SQLException;
import java.util.List;

/** What every contract about scripts asks: the vendor's client, and how much is tried. */
public interface ScriptedDatabase extends DatabaseContract, SampleContract {

  /**
   * The dialect.
   *
   * @return the dialect for what {@link #emptyDatabase} connects to
   */
  Dialect dialect();

  /**
   * Whether all databases that {@link #emptyDatabase} makes have their schemas in common, so that
   * two of them cannot have the same at a time. A new database has none of them left.
   *
   * @return false unless overridden
   */
  default boolean sharesSchemas() {
    return false;
  }

  /**
   * How many of the samples of operations are tried, where each takes long.
   *
   * @return 1 for all of them, 3 for every third; 1 unless overridden
   */
  default int everyNthSample() {
    return 1;
  }

  /**
   * At how many of the places a statement fails, where each takes long.
   *
   * @return 1 for all of them, 3 for every third; 1 unless overridden
   */
  default int everyNthFailure() {
    return 1;
  }

  /** The vendor's client. A test that asks for it is skipped where there is none. */
  VendorClient client();

  /**
   * Statements of the database's own that are hard to carry: with semicolons, bodies, comments.
   *
   * @param op records them; there is a table {@code note} with columns {@code id} and {@code body}
   */
  default void ownStatements(Operations op) {}

  /**
   * Claims that a script of revisions ends as the call does, up and down.
   *
   * @param revisions the revisions, which can be undone
   * @throws SQLException if the databases cannot be compared
   */
  default void requireSame(Revision... revisions) throws SQLException {
    try (ScriptTrial trial = new ScriptTrial(this)) {
      assertTrue(trial.upgrade(List.of(revisions)));
      assertTrue(trial.downgrade(List.of(revisions), "base", Mode.USUAL));
    }
  }
}
