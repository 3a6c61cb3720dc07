package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaRenaming;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Gives a column another name. Constraints, indexes, computed columns and foreign keys to it
 * follow. Refused as long as a view sees it.
 *
 * @param table the table's name
 * @param column the column's name
 * @param newName its new name
 */
public record RenameColumn(QualifiedName table, String column, String newName)
    implements Operation {

  /** Checks the names. */
  public RenameColumn {
    Objects.requireNonNull(table, "table");
    Required.name("column", column);
    Required.name("column", newName);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    owner.column(column);
    if (owner.findColumn(newName).isPresent()) {
      throw new SchemaException(
          Facts.of("the table " + table + " already has a column " + newName)
              .next("choose another name, or drop that column first"));
    }
    References.requireUnused(
        "the column " + table + "." + column,
        References.viewsOf(before, table, column),
        "drop the view first, and create it again afterwards");
    return new SchemaRenaming(before).column(table, column, newName);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameColumn(table, newName, column));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.within(table)
        .writing(Cell.of(Aspect.COLUMN, table, column), Cell.of(Aspect.COLUMN, table, newName));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.column(table, column), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename column " + table + "." + column + " to " + newName;
  }
}
