package dev.migrate.picture.schema;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as it is drawn. Immutable.
 *
 * @param columns the columns that are shown, in order
 * @param omitted how many further columns it has
 */
public record DrawnTable(
    QualifiedName name, List<DrawnColumn> columns, int omitted, Change change) {

  /** A table with more columns shows its keys and the first of the others. */
  private static final int MOST_COLUMNS = 24;

  /** Copies. */
  public DrawnTable {
    columns = List.copyOf(columns);
  }

  /**
   * A table and what it was before.
   *
   * @param before the table before the pending revisions; empty if it was not there
   * @param isCompared whether there is something with which it is compared
   */
  static DrawnTable of(Table table, Optional<Table> before, boolean isCompared) {
    List<DrawnColumn> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Optional<Column> former = before.flatMap(known -> known.findColumn(column.name()));
      boolean isEqual = former.equals(Optional.of(column));
      Change change = before.isPresent() ? Change.of(former.isPresent(), isEqual) : Change.NONE;
      columns.add(DrawnColumn.of(table, column, change));
    }
    before.ifPresent(
        known ->
            known.columns().stream()
                .filter(column -> table.findColumn(column.name()).isEmpty())
                .forEach(column -> columns.add(DrawnColumn.of(known, column, Change.GONE))));
    boolean isEqual = before.equals(Optional.of(table));
    return shown(
        table.name(), columns, isCompared ? Change.of(before.isPresent(), isEqual) : Change.NONE);
  }

  static DrawnTable gone(Table table) {
    return shown(
        table.name(),
        table.columns().stream().map(column -> DrawnColumn.of(table, column, Change.GONE)).toList(),
        Change.GONE);
  }

  private static DrawnTable shown(QualifiedName name, List<DrawnColumn> columns, Change change) {
    if (columns.size() <= MOST_COLUMNS) {
      return new DrawnTable(name, columns, 0, change);
    }
    long special = columns.stream().filter(DrawnTable::mustBeSeen).limit(MOST_COLUMNS).count();
    long plain = MOST_COLUMNS - special;
    List<DrawnColumn> shown = new ArrayList<>();
    for (DrawnColumn column : columns) {
      if (mustBeSeen(column) ? special-- > 0 : plain-- > 0) {
        shown.add(column);
      }
    }
    return new DrawnTable(name, shown, columns.size() - shown.size(), change);
  }

  private static boolean mustBeSeen(DrawnColumn column) {
    return column.isKey() || column.change() != Change.NONE;
  }
}
