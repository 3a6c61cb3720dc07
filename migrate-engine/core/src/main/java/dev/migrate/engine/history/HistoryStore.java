package dev.migrate.engine.history;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.HistoryException;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The history on one connection. Every write names the state in which it expects the row, so that a
 * process that lost its lock notices. Not thread-safe.
 */
public final class HistoryStore implements AutoCloseable {

  private final HistoryCreation creation;
  private final HistoryReader reader;
  private final HistoryWriter writer;
  private final RowLimit limit;
  private final int newestFormat;

  /**
   * The history on a connection.
   *
   * @param newestFormat the newest version of the contents that can be read
   */
  public HistoryStore(
      Connection connection, Dialect dialect, HistoryTable table, int newestFormat) {
    HistorySql sql = new HistorySql(dialect, table);
    this.creation = new HistoryCreation(connection, dialect, table);
    this.reader = new HistoryReader(connection, dialect, table, sql, creation);
    this.writer = new HistoryWriter(connection, dialect, table, sql, reader);
    this.limit = new RowLimit(connection, dialect);
    this.newestFormat = newestFormat;
  }

  /** From now on every write passes this fence in its transaction. */
  public void fencedBy(Fence fence) {
    writer.fencedBy(fence);
  }

  /**
   * Checks, before anything runs, that a revision fits into a row.
   *
   * @param operations its operations as JSON, only asked if there is a limit
   * @throws dev.migrate.report.PlanException if they are too large
   */
  public void requireFits(RevisionId id, Supplier<String> operations) {
    limit.require(id, operations);
  }

  /**
   * Reads every row in one statement, without the operations. The history does not exist if the
   * table is missing.
   *
   * @throws HistoryException if a row is of a newer format, or cannot be read
   * @throws DatabaseException if the statement fails for another reason than a missing table
   */
  public History read() {
    return reader.history(newestFormat);
  }

  /**
   * Reads the operations of revisions as JSON.
   *
   * @throws DatabaseException if the table cannot be read
   */
  public Map<RevisionId, String> operations(Collection<RevisionId> ids) {
    return reader.operations(ids);
  }

  /**
   * Reads when revisions were applied, of every row.
   *
   * @throws DatabaseException if the table cannot be read
   */
  public Map<RevisionId, Instant> appliedAt() {
    return reader.appliedAt();
  }

  /**
   * The ids of all rows as they stand there, whatever else is in them; empty if the table is
   * missing.
   *
   * @throws DatabaseException if the statement fails for another reason than a missing table
   */
  public Optional<List<String>> ids() {
    return reader.ids();
  }

  /**
   * Creates the table.
   *
   * @throws DatabaseException if that fails; nothing ran then
   */
  public void create() {
    creation.create();
  }

  /**
   * A failure that names the schema of the table, if a call failed before it began because that
   * schema is missing; else the same failure.
   */
  public DatabaseException explained(DatabaseException failure) {
    return creation.explained(failure);
  }

  /** Removes every row. */
  public void clear() {
    writer.clear();
  }

  /** Adds a row. */
  public void insert(HistoryEntry entry, Provenance provenance, String operations) {
    requireFits(entry.id(), () -> operations);
    writer.insert(entry, provenance, operations);
  }

  /**
   * Records how far a revision is.
   *
   * @param from the row as it must be, or somebody else has changed it
   * @param to the new row, with the same operations
   */
  public void move(HistoryEntry from, HistoryEntry to) {
    writer.update(from, to, HistoryColumn.PROGRESS, "", HistoryFailures.left(from));
  }

  /**
   * Records how far a revision in flight is, and its corrected operations, in one statement.
   *
   * @param from the row as it must be, or somebody else has changed it
   */
  public void correct(HistoryEntry from, HistoryEntry to, String operations) {
    writer.update(from, to, HistoryColumn.CORRECTION, operations, HistoryFailures.left(from));
  }

  /**
   * Records where a revision that is done stands now.
   *
   * @param entry the row as it must be, or somebody else has changed it
   * @param lineage where the revision stands in the graph
   * @param position its place in the order of application
   */
  public void place(HistoryEntry entry, Lineage lineage, long position) {
    writer.update(
        entry,
        entry.placed(lineage, position),
        HistoryColumn.PLACE,
        "",
        "the history is as it was");
  }

  /**
   * Removes a row.
   *
   * @param entry the row as it must be, or somebody else has changed it
   */
  public void delete(HistoryEntry entry) {
    writer.delete(entry);
  }

  /** Closes the statements; the connection stays open. */
  @Override
  public void close() {
    writer.close();
  }
}
