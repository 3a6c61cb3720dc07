package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a column. Refused as long as a constraint, an index, a generated column or a view needs it,
 * and for the last column of a table.
 *
 * @param table the table's name
 * @param column the column's name
 */
public record DropColumn(QualifiedName table, String column) implements Operation {

  /** Checks the names. */
  public DropColumn {
    Objects.requireNonNull(table, "table");
    Required.name("column", column);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    owner.column(column);
    if (owner.columns().size() == 1) {
      throw new SchemaException(
          Facts.of(column + " is the last column of table " + table).next("drop the table"));
    }
    List<String> users = new ArrayList<>(owner.usersOf(column));
    users.addAll(References.foreignKeysTo(before, table, column));
    users.addAll(References.viewsOf(before, table, column));
    References.requireUnused(
        "the column " + table + "." + column, users, "drop them in an earlier operation");
    Schema after =
        before.with(
            owner.withColumns(
                columns -> columns.stream().filter(c -> !c.name().equals(column)).toList()));
    OwnedSequences owned = OwnedSequences.of(before, table, Optional.of(column));
    References.requireUnused(
        "the sequence of column " + table + "." + column,
        owned.users(after),
        "let the sequence belong to no column before: clearSequenceOwner(…)");
    return owned.removedFrom(after);
  }

  /** Restores the column; its values are gone, so it has to be able to do without. */
  @Override
  public Inverse inverse(Schema before) {
    Column dropped = before.table(table).column(column);
    Inverse restored =
        OwnedSequences.of(before, table, Optional.of(column))
            .restoredAround(Inverse.of(new AddColumn(table, dropped)));
    return dropped.isRequired() ? restored.onlyIfEmpty(table) : restored;
  }

  @Override
  public Footprint footprint(Schema before) {
    return new AddColumn(table, before.table(table).column(column))
        .footprint(before)
        .writing(Cell.of(Aspect.COLUMN_COUNT, table))
        .and(OwnedSequences.of(before, table, Optional.of(column)).footprint(before));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.column(table, column)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public List<String> dataLoss(Schema before) {
    return before.table(table).column(column).generated().isPresent()
        ? List.of()
        : List.of("the values of column " + table + "." + column);
  }

  @Override
  public String toString() {
    return "drop column " + table + "." + column;
  }
}
