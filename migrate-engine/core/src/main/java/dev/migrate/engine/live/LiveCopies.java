package dev.migrate.engine.live;

import dev.migrate.dialect.UnfinishedCopy;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The copies of tables that a statement left when the database was killed in the middle of it. A
 * table with the name of such a copy is one only if it has the columns that the statement leads to,
 * and no revision declares it.
 */
public final class LiveCopies {

  private final LiveSchema live;
  private final LiveChange change;
  private final List<UnfinishedCopy> copies;

  /** Looks for what a session left of a statement. */
  public LiveCopies(LiveSchema live, LiveChange change, String session) {
    this.live = live;
    this.change = change;
    this.copies =
        live.unfinishedCopies(session, change.tables()).stream()
            .filter(copy -> !change.declares(copy.copy()))
            .toList();
  }

  /** Everything that a session left of a statement of which nothing is known. */
  public static List<UnfinishedCopy> all(LiveSchema live, Schema before, String session) {
    Set<QualifiedName> tables = Set.copyOf(before.tables().stream().map(Table::name).toList());
    return live.unfinishedCopies(session, tables).stream()
        .filter(copy -> before.findTable(copy.copy()).isEmpty())
        .toList();
  }

  /** The copies, whatever can be done about them. */
  public List<UnfinishedCopy> found() {
    return copies;
  }

  /**
   * Completes what the statement began, or takes it back. Does nothing where it is not certain that
   * a table is such a copy.
   */
  public Outcome settle() {
    if (copies.isEmpty()) {
      return Outcome.NONE;
    }
    Schema now = change.now();
    UnfinishedCopy copy = copies.get(0);
    if (copies.size() > 1 || !isAs(change.to(), copy.original(), now, copy.copy())) {
      return Outcome.UNCLEAR;
    } else if (isAs(change.from(), copy.original(), now, copy.original())
        && change.lost(now).isEmpty()) {
      live.execute(copy.removal());
      return Outcome.REMOVED;
    } else if (now.findTable(copy.original()).isEmpty() && !copy.completion().isEmpty()) {
      live.execute(copy.completion());
      return Outcome.COMPLETED;
    }
    return Outcome.UNCLEAR;
  }

  /** What the columns that the statement changes have lost, such as a default. */
  public SchemaDifference lost() {
    return change.lost(change.now());
  }

  /** Whether a live table has the columns of a declared one, with their types. */
  private static boolean isAs(
      Schema expected, QualifiedName declared, Schema now, QualifiedName actual) {
    Optional<Map<String, DataType>> columns = now.findTable(actual).map(LiveCopies::types);
    return columns.isPresent()
        && columns.equals(expected.findTable(declared).map(LiveCopies::types));
  }

  private static Map<String, DataType> types(Table table) {
    return table.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
  }

  /** What was done about a statement that left a copy. */
  public enum Outcome {
    /** There was no copy. */
    NONE,
    /** The copy was removed, so the statement was not executed. */
    REMOVED,
    /** The copy replaced the table, so the statement was executed. */
    COMPLETED,
    /** Nothing was done. */
    UNCLEAR
  }
}
