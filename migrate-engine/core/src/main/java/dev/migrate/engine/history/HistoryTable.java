package dev.migrate.engine.history;

import static dev.migrate.Ddl.primaryKey;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Place;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.CreateTable;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The history table: its name, and what creates it with the columns that it has. Immutable. */
public final class HistoryTable {

  /** The table where the user names none. */
  public static final HistoryTable USUAL =
      new HistoryTable(QualifiedName.exactly("migrate_history"));

  private static final String DONE = stateText(RevisionState.DONE);

  private final QualifiedName name;
  private final QualifiedName configured;

  /**
   * The history table of this name.
   *
   * @param name the table's full name
   */
  public HistoryTable(QualifiedName name) {
    this(name, name);
  }

  private HistoryTable(QualifiedName name, QualifiedName configured) {
    this.name = name;
    this.configured = configured;
  }

  /**
   * The same table, whatever becomes of the session.
   *
   * @param place where names without a namespace are
   * @return a copy with the name of its schema
   */
  public HistoryTable at(Place place) {
    return new HistoryTable(place.qualified(name), configured);
  }

  /** What has to be there before the table: its schema, if its name has one. */
  private Schema surroundings() {
    return name.namespace().map(Schema.empty()::withNamespace).orElse(Schema.empty());
  }

  /** The table's name. */
  public QualifiedName name() {
    return name;
  }

  /** The table as it is declared for every dialect. */
  private Table table() {
    List<TableElement> elements = new ArrayList<>();
    HistoryColumn.ALL.forEach(column -> elements.add(column.definition()));
    elements.add(primaryKey(HistoryColumn.ID.columnName()));
    return Table.of(name, elements);
  }

  /** Whether a table has the columns of a history, whatever its name. */
  public static boolean isHistory(Table table) {
    Set<String> columns =
        table.columns().stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return HistoryColumn.ALL.stream().map(HistoryColumn::columnName).allMatch(columns::contains);
  }

  /** What creates the table on a dialect. */
  public List<Statement> creation(Dialect dialect) {
    return dialect
        .renderer()
        .render(new CreateTable(dialect.historyTable(table())), new RenderContext(surroundings()));
  }

  /** The name as the user knows it. */
  @Override
  public String toString() {
    return configured.toString();
  }

  static String stateText(RevisionState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static RevisionState state(String text) {
    if (text.equals(DONE)) {
      return RevisionState.DONE; // nearly every row is
    }
    return RevisionState.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
