package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Set;

/**
 * Deletes the rows that have certain values.
 *
 * @param table the table's name
 * @param columns the columns that are compared
 * @param rows the values; a row of the table goes if it has all of one of them, NULL being equal to
 *     NULL
 */
public record DeleteRows(QualifiedName table, List<String> columns, List<Row> rows)
    implements Operation {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if there is no column or row, a row does not have as many values,
   *     or the database computes one
   */
  public DeleteRows {
    RowSet.require(table, columns, rows);
    rows.forEach(Row::literals);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    RowFit fit = RowFit.of(before, table);
    for (int i = 0; i < columns.size(); i++) {
      Column column = owner.column(columns.get(i));
      for (Row row : rows) {
        fit.requireComparable(column, row.literals().get(i));
      }
    }
    return before;
  }

  /** Inserts the rows again if every column that has a value of its own was named. */
  @Override
  public Inverse inverse(Schema before) {
    boolean whole =
        before.table(table).columns().stream()
            .filter(column -> column.generated().isEmpty())
            .map(Column::name)
            .allMatch(columns::contains);
    return whole && RowSet.isKeyed(before, table, columns)
        ? Inverse.of(insertingAgain(before))
        : Inverse.none(
            "the rows deleted from "
                + table
                + " had values that are not named; name all columns, or override downgrade(…)");
  }

  private InsertRows insertingAgain(Schema before) {
    Table owner = before.table(table);
    List<String> filled =
        columns.stream().filter(name -> owner.column(name).generated().isEmpty()).toList();
    List<Row> values =
        rows.stream()
            .map(row -> filled.stream().map(name -> row.values().get(columns.indexOf(name))))
            .map(row -> new Row(row.toList()))
            .toList();
    return new InsertRows(table, filled, values);
  }

  @Override
  public Footprint footprint(Schema before) {
    boolean returns = inverse(before).obstacle().isEmpty();
    Footprint footprint =
        RowSet.certain(before, table, columns, rows)
            .filter(cells -> !returns || RowSet.hasOneKey(before, table))
            .map(this::certainly)
            .orElseGet(this::any)
            .and(Reach.labels(before, new DataReference(table, columns)))
            .and(Reach.neighbours(before, table, List.of()));
    return returns
        ? footprint
            .and(Reach.inserting(before, table, columns))
            .and(Reach.parents(before, table, List.of()))
        : footprint;
  }

  /** Rows of which the key is named are these and no others. */
  private Footprint certainly(Set<Cell> cells) {
    return RowSet.certainly(table, columns, cells)
        .writing(cells.toArray(Cell[]::new))
        .adding(Cell.of(Aspect.ROWS, table));
  }

  private Footprint any() {
    return Footprint.within(table)
        .readingData(new DataReference(table, columns))
        .writingData(new DataReference(table, List.of()));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ROWS_DELETED, ElementName.table(table)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public List<String> dataLoss(Schema before) {
    return List.of(rows.size() + (rows.size() == 1 ? " row" : " rows") + " of table " + table);
  }

  @Override
  public String toString() {
    return "delete " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " from " + table;
  }
}
