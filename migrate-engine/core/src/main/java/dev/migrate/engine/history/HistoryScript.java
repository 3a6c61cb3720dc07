package dev.migrate.engine.history;

import static dev.migrate.engine.history.HistoryColumn.ID;
import static dev.migrate.engine.history.HistoryColumn.STATE;
import static dev.migrate.engine.history.HistoryColumn.STATEMENT;
import static dev.migrate.engine.history.HistoryColumn.STATEMENT_DIGEST;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history in the SQL of a script: what {@link HistoryStore} does with parameters, with the
 * values in the text. Immutable and thread-safe.
 */
public final class HistoryScript {

  /** Which session executed a statement; another one than a migrator's, that is known. */
  public static final String SESSION = "script";

  private final Dialect dialect;
  private final Renderer renderer;
  private final HistoryTable table;
  private final String name;

  /** The history of a dialect. */
  public HistoryScript(Dialect dialect, HistoryTable table) {
    this.dialect = dialect;
    this.renderer = dialect.renderer();
    this.table = table;
    this.name = renderer.name(table.name());
  }

  /** What creates the table. */
  public List<String> creation() {
    return table.creation(dialect).stream().map(Statement::sql).toList();
  }

  /**
   * Adds a row at the end, with the time when the script runs. The columns that have no value are
   * not named; the operations, which are long, come last.
   *
   * @param entry the row; its position does not matter
   * @param provenance where it comes from; the time matters only where a script cannot tell it
   */
  public String insert(HistoryEntry entry, Provenance provenance, String operations) {
    List<String> columns = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    for (HistoryColumn column : HistoryColumn.ALL) {
      @Nullable Object value = column.value(entry, provenance, operations);
      if (value != null) {
        columns.add(name(column));
        selected.add(selected(column, Literal.of(value)));
      }
    }
    return "INSERT INTO "
        + name
        + " ("
        + String.join(", ", columns)
        + ") SELECT "
        + String.join(", ", selected)
        + " FROM "
        + name;
  }

  private String selected(HistoryColumn column, Literal value) {
    return switch (column) {
      case POSITION -> "COALESCE(MAX(" + name(column) + "), 0) + 1";
      case APPLIED_AT -> dialect.scriptFormat().now().orElseGet(() -> renderer.literal(value));
      default -> renderer.literal(value);
    };
  }

  /**
   * Says that a revision is being undone.
   *
   * @param next the statement that is next
   * @return the statement, which ends in a condition
   */
  public String beginDown(RevisionId id, Flight next) {
    String state = set(STATE, state(RevisionState.GOING_DOWN));
    return update(id, state, at(next), set(HistoryColumn.SESSION, text(SESSION)));
  }

  /**
   * Says how far a revision is.
   *
   * @param next the statement that is next
   * @return the statement, which ends in a condition
   */
  public String moveOn(RevisionId id, Flight next) {
    return update(id, at(next));
  }

  /**
   * Says that a revision is done.
   *
   * @return the statement, which ends in a condition
   */
  public String done(RevisionId id) {
    return update(
        id,
        set(STATE, state(RevisionState.DONE)),
        set(STATEMENT, "NULL"),
        set(STATEMENT_DIGEST, "NULL"),
        set(HistoryColumn.SESSION, "NULL"));
  }

  private String update(RevisionId id, String... changes) {
    return "UPDATE " + name + " SET " + String.join(", ", changes) + " WHERE " + is(id);
  }

  private String at(Flight next) {
    return set(STATEMENT, Integer.toString(next.statement()))
        + ", "
        + set(STATEMENT_DIGEST, text(next.digest()));
  }

  private String set(HistoryColumn column, String value) {
    return name(column) + " = " + value;
  }

  /**
   * Takes a row away.
   *
   * @return the statement, which ends in a condition
   */
  public String delete(RevisionId id) {
    return "DELETE FROM " + name + " WHERE " + is(id);
  }

  /**
   * Whether a revision is at a statement.
   *
   * @param statement the number of the statement
   */
  public String isAt(RevisionId id, int statement) {
    return "EXISTS (SELECT 1 FROM "
        + name
        + " WHERE "
        + is(id)
        + " AND "
        + set(STATEMENT, Integer.toString(statement))
        + ")";
  }

  /**
   * Whether so many revisions are applied, and these among them.
   *
   * @param count how many there are
   * @param some some of them, none of which may be half
   */
  public String isApplied(int count, Collection<RevisionId> some) {
    if (count == 0) {
      return "NOT EXISTS (SELECT 1 FROM " + name + ")";
    }
    List<String> ids = some.stream().map(RevisionId::value).map(this::text).toList();
    String rows = "(SELECT COUNT(*) FROM " + name;
    String done =
        rows
            + " WHERE "
            + set(STATE, state(RevisionState.DONE))
            + " AND "
            + name(ID)
            + " IN ("
            + String.join(", ", ids)
            + ")) = "
            + ids.size();
    return rows + ") = " + count + (ids.isEmpty() ? "" : " AND " + done);
  }

  private String state(RevisionState state) {
    return text(HistoryTable.stateText(state));
  }

  private String is(RevisionId id) {
    return name(ID) + " = " + text(id.value());
  }

  private String name(HistoryColumn column) {
    return renderer.name(column.columnName());
  }

  private String text(String text) {
    return renderer.literal(Literal.of(text));
  }
}
