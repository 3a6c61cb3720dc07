package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * Inserts rows.
 *
 * @param table the table's name
 * @param columns the columns that get a value
 * @param rows the values, as many in each row as there are columns
 */
public record InsertRows(QualifiedName table, List<String> columns, List<Row> rows)
    implements Operation {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if there is no column or row, or a row does not have as many values
   */
  public InsertRows {
    RowSet.require(table, columns, rows);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public Schema applyTo(Schema before) {
    RowFit.of(before, table).requireInsertable(columns, rows);
    return before;
  }

  /** Deletes the rows again if the primary key identifies them. */
  @Override
  public Inverse inverse(Schema before) {
    if (!RowSet.isKeyed(before, table, columns)) {
      return Inverse.none(
          "the rows inserted into "
              + table
              + " name no primary key, and cannot be distinguished from others; name the key, or"
              + " override downgrade(…)");
    }
    List<String> key = before.table(table).primaryKey().orElseThrow().columns();
    List<Row> keys =
        rows.stream()
            .map(
                row ->
                    new Row(key.stream().map(c -> row.values().get(columns.indexOf(c))).toList()))
            .toList();
    if (keys.stream().anyMatch(Row::isComputed)) {
      return Inverse.none(
          "the database computes the key of a row inserted into "
              + table
              + ", so it is not known which row that is; give the key as a constant, or override"
              + " downgrade(…)");
    }
    return Inverse.of(new DeleteRows(table, key, keys));
  }

  @Override
  public Footprint footprint(Schema before) {
    return RowSet.footprint(before, table, columns, rows);
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ROWS_INSERTED, ElementName.table(table)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
  }
}
