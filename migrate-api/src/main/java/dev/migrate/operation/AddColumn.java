package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Adds a column at the end of a table.
 *
 * @param table the table's name
 * @param column the column
 */
public record AddColumn(QualifiedName table, Column column) implements Operation {

  /** Checks that they are there. */
  public AddColumn {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    if (owner.findColumn(column.name()).isPresent()) {
      throw new SchemaException(
          Facts.of("the table " + table + " already has a column " + column.name())
              .with("there", owner.column(column.name()).toString())
              .with("added", column.toString())
              .next("remove this operation, or write alterColumn(…) to change the column"));
    }
    References.require(before, table, column);
    return before.with(
        owner.withColumns(
            columns -> {
              columns.add(column);
              return columns;
            }));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropColumn(table, column.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint =
        Footprint.within(table)
            .and(Reach.footprint(table, column))
            .writing(Cell.of(Aspect.COLUMN, table, column.name()))
            .adding(Cell.of(Aspect.ROW_SIZE, table));
    if (!column.nullable()) {
      footprint = footprint.writing(Reach.notNull(table, column.name()));
    }
    return column.isRequired() || fillsEachRow()
        ? footprint
            .reading(Cell.of(Aspect.ROWS, table))
            .adding(Cell.of(Aspect.REQUIRED_COLUMNS, table))
        : footprint;
  }

  /** Whether each row gets a value of its own, so that the rows present at that moment matter. */
  private boolean fillsEachRow() {
    return column.identityMode().isPresent()
        || column.defaultValue().filter(value -> !(value instanceof Literal)).isPresent();
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.CREATED, ElementName.column(table, column.name())));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "add column " + table + "." + column;
  }
}
