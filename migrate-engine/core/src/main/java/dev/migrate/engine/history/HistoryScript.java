package dev.migrate.engine.history;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.CreateTable;
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

  /**
   * The history of a dialect.
   *
   * @param dialect the dialect
   * @param table the table
   */
  public HistoryScript(Dialect dialect, HistoryTable table) {
    this.dialect = dialect;
    this.renderer = dialect.renderer();
    this.table = table;
    this.name = renderer.name(table.name());
  }

  /**
   * What creates the table.
   *
   * @return the statements
   */
  public List<String> creation() {
    return renderer
        .render(
            new CreateTable(dialect.historyTable(table.table())),
            new RenderContext(table.surroundings()))
        .stream()
        .map(Statement::sql)
        .toList();
  }

  /**
   * Adds a row at the end, with the time when the script runs. The columns that have no value are
   * not named; the operations, which are long, come last.
   *
   * @param entry the row; its position does not matter
   * @param operations its operations as JSON
   * @return the statement
   */
  public String insert(HistoryEntry entry, String operations) {
    List<String> names = HistoryTable.columns();
    List<@Nullable Object> values = HistoryTable.values(entry, operations);
    List<Literal> literals = values.stream().map(Literal::of).toList();
    List<String> columns = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (values.get(i) != null) {
        columns.add(column(names.get(i)));
        selected.add(selected(names.get(i), literals.get(i)));
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

  private String selected(String column, Literal value) {
    return switch (column) {
      case "position" -> "COALESCE(MAX(" + column(column) + "), 0) + 1";
      case "applied_at" -> dialect.scriptFormat().now().orElseGet(() -> renderer.literal(value));
      default -> renderer.literal(value);
    };
  }

  /**
   * Says that a revision is being undone.
   *
   * @param id the revision
   * @param next the statement that is next
   * @return the statement, which ends in a condition
   */
  public String beginDown(RevisionId id, Flight next) {
    String state = set("state", state(RevisionState.GOING_DOWN));
    return update(id, state, at(next), set("session", text(SESSION)));
  }

  /**
   * Says how far a revision is.
   *
   * @param id the revision
   * @param next the statement that is next
   * @return the statement, which ends in a condition
   */
  public String moveOn(RevisionId id, Flight next) {
    return update(id, at(next));
  }

  /**
   * Says that a revision is done.
   *
   * @param id the revision
   * @return the statement, which ends in a condition
   */
  public String done(RevisionId id) {
    return update(
        id,
        set("state", state(RevisionState.DONE)),
        set("statement", "NULL"),
        set("statement_digest", "NULL"),
        set("session", "NULL"));
  }

  private String update(RevisionId id, String... changes) {
    return "UPDATE " + name + " SET " + String.join(", ", changes) + " WHERE " + is(id);
  }

  private String at(Flight next) {
    return set("statement", Integer.toString(next.statement()))
        + ", "
        + set("statement_digest", text(next.digest()));
  }

  private String set(String column, String value) {
    return column(column) + " = " + value;
  }

  /**
   * Takes a row away.
   *
   * @param id the revision
   * @return the statement, which ends in a condition
   */
  public String delete(RevisionId id) {
    return "DELETE FROM " + name + " WHERE " + is(id);
  }

  /**
   * Whether a revision is at a statement.
   *
   * @param id the revision
   * @param statement the number of the statement
   * @return a condition
   */
  public String isAt(RevisionId id, int statement) {
    return "EXISTS (SELECT 1 FROM "
        + name
        + " WHERE "
        + is(id)
        + " AND "
        + set("statement", Integer.toString(statement))
        + ")";
  }

  /**
   * Whether so many revisions are applied, and these among them.
   *
   * @param count how many there are
   * @param some some of them, none of which may be half
   * @return a condition
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
            + set("state", state(RevisionState.DONE))
            + " AND "
            + column("id")
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
    return column("id") + " = " + text(id.value());
  }

  private String column(String column) {
    return renderer.name(column);
  }

  private String text(String text) {
    return renderer.literal(Literal.of(text));
  }
}
