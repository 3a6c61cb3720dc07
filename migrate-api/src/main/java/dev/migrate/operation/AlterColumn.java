package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Comment;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes attributes of a column; what is not named stays as it is.
 *
 * @param table the table's name
 * @param column the column's name
 * @param changes the attributes as they shall be, each kind at most once
 */
public record AlterColumn(QualifiedName table, String column, List<ColumnChange> changes)
    implements Operation {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if nothing is changed, or an attribute twice
   */
  public AlterColumn {
    changes = List.copyOf(changes);
    long kinds = changes.stream().map(ColumnChange::getClass).distinct().count();
    if (changes.isEmpty() || kinds < changes.size()) {
      throw new DefinitionException(
          "the column " + table + "." + column + " shall become " + changes,
          "name one value for each attribute that changes, and at least one");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    Column changed = owner.column(column);
    for (ColumnChange change : changes) {
      requirePossible(before, changed, change);
      changed = change.applyTo(changed);
    }
    References.require(before, changed);
    return before.with(owner.withColumn(column, changed));
  }

  private void requirePossible(Schema before, Column current, ColumnChange change) {
    Table owner = before.table(table);
    if (change instanceof NullabilityChange nullability && nullability.nullable()) {
      boolean key =
          owner.primaryKey().map(PrimaryKey::columns).filter(c -> c.contains(column)).isPresent();
      if (key || current.identityMode().isPresent()) {
        throw new SchemaException(
            Facts.of("the column " + table + "." + column + " cannot take NULL")
                .with("because", key ? "it is in the primary key" : "it is an identity")
                .next("drop the " + (key ? "primary key" : "identity") + " before"));
      }
    } else if (change instanceof TypeChange) {
      References.requireUnused(
          "the column " + table + "." + column,
          References.viewsOf(before, table, column),
          "drop the view before, and create it anew afterwards");
    }
  }

  /** Restores every attribute; whether it takes NULL last, since an identity decides that too. */
  @Override
  public Inverse inverse(Schema before) {
    Column was = before.table(table).column(column);
    boolean nullableAfter = applyTo(before).table(table).column(column).nullable();
    List<ColumnChange> restoring = new ArrayList<>();
    for (ColumnChange change : changes) {
      if (!(change instanceof NullabilityChange)) {
        restoring.add(0, change.restoring(was));
      }
    }
    if (restoring.isEmpty() || nullableAfter != was.nullable()) {
      restoring.add(new NullabilityChange(was.nullable()));
    }
    return Inverse.of(new AlterColumn(table, column, restoring));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint = Footprint.within(table).reading(Cell.of(Aspect.COLUMN, table, column));
    for (ColumnChange change : changes) {
      footprint = footprint.and(footprintOf(change));
    }
    return footprint;
  }

  private Footprint footprintOf(ColumnChange change) {
    DataReference values = new DataReference(table, List.of(column));
    if (change instanceof TypeChange || change instanceof CollationChange) {
      return Footprint.NONE
          .readingData(values)
          .reading(Cell.of(Aspect.COLUMN_DEFAULT, table, column))
          .writing(
              Cell.of(Aspect.COLUMN_TYPE, table, column), Cell.of(Aspect.VALUES, table, column))
          .adding(Cell.of(Aspect.ROW_SIZE, table));
    } else if (change instanceof NullabilityChange) {
      return Footprint.NONE
          .readingData(values)
          .writing(
              Cell.of(Aspect.COLUMN_NULLABILITY, table, column),
              Cell.of(Aspect.REQUIRED_COLUMNS, table));
    } else if (change instanceof DefaultChange value) {
      Footprint footprint = Footprint.NONE;
      for (QualifiedName sequence :
          value.value().stream().flatMap(References::sequences).toList()) {
        footprint = footprint.reading(Cell.of(Aspect.RELATION, sequence));
      }
      return footprint
          .reading(Cell.of(Aspect.COLUMN_TYPE, table, column))
          .writing(
              Cell.of(Aspect.COLUMN_DEFAULT, table, column),
              Cell.of(Aspect.REQUIRED_COLUMNS, table));
    } else if (change instanceof IdentityChange) {
      return Footprint.NONE
          .readingData(values)
          .writing(
              Cell.of(Aspect.RELATION, References.identitySequence(table, column)),
              Cell.of(Aspect.COLUMN_DEFAULT, table, column),
              Cell.of(Aspect.COLUMN_NULLABILITY, table, column),
              Cell.of(Aspect.REQUIRED_COLUMNS, table));
    } else if (change instanceof Comment) {
      return Footprint.NONE.writing(Cell.of(Aspect.COLUMN_COMMENT, table, column));
    }
    throw new IllegalStateException("no footprint for " + change);
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "alter column "
        + table
        + "."
        + column
        + ": "
        + String.join(", ", changes.stream().map(ColumnChange::toString).toList());
  }
}
