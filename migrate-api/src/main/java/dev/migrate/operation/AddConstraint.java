package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a primary key, a unique constraint, a foreign key or a check to a table.
 *
 * @param table the table's name
 * @param constraint the constraint; named after the table where it has no name
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

  /** Names the constraint. */
  public AddConstraint {
    constraint = constraint.namedIn(table);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    constraint.columns().forEach(owner::column);
    boolean second = constraint instanceof PrimaryKey && owner.primaryKey().isPresent();
    if (second || owner.findConstraint(constraint.requiredName()).isPresent()) {
      String what = second ? "primary key" : "constraint " + constraint.requiredName();
      throw new SchemaException(
          Facts.of("the table " + table + " already has a " + what)
              .with("added", constraint.toString())
              .next("remove this operation, drop the other before, or name this one"));
    }
    Constraint added =
        constraint instanceof ForeignKey key ? References.resolved(before, table, key) : constraint;
    List<Constraint> all = new ArrayList<>(owner.constraints());
    all.add(added);
    return before.with(owner.withConstraints(all));
  }

  /** Drops it, and lets columns take NULL again that a primary key forbade it. */
  @Override
  public Inverse inverse(Schema before) {
    List<Operation> operations = new ArrayList<>();
    operations.add(new DropConstraint(table, constraint.requiredName()));
    if (constraint instanceof PrimaryKey) {
      for (String column : constraint.columns()) {
        if (before.table(table).column(column).nullable()) {
          List<ColumnChange> nullable = List.of(new NullabilityChange(true));
          operations.add(new AlterColumn(table, column, nullable));
        }
      }
    }
    return Inverse.of(operations);
  }

  @Override
  public Footprint footprint(Schema before) {
    List<String> columns = constraint instanceof Check ? List.of() : constraint.columns();
    return Footprint.within(table)
        .readingData(new DataReference(table, columns))
        .and(claims(before));
  }

  /** What the constraint touches apart from the rows and columns of its own table. */
  Footprint claims(Schema before) {
    Footprint footprint =
        Footprint.NONE.writing(Cell.of(Aspect.CONSTRAINT, table, constraint.requiredName()));
    if (constraint instanceof ForeignKey key) {
      List<String> target =
          key.targetColumns().isEmpty()
              ? before
                  .findTable(key.target())
                  .flatMap(Table::primaryKey)
                  .map(PrimaryKey::columns)
                  .orElse(key.columns())
              : key.targetColumns();
      return footprint
          .readingData(new DataReference(key.target(), target))
          .reading(Cell.over(Aspect.KEY_OVER, key.target(), target))
          .writing(Cell.over(Aspect.INDEX_OVER, table, key.columns()));
    } else if (constraint instanceof Check) {
      return footprint.reading(Cell.of(Aspect.COLUMN_COUNT, table));
    } else if (constraint instanceof PrimaryKey) {
      footprint = footprint.writing(Cell.of(Aspect.PRIMARY_KEY, table));
      for (String column : constraint.columns()) {
        footprint = footprint.writing(Cell.of(Aspect.COLUMN_NULLABILITY, table, column));
      }
    }
    return footprint.writing(
        Cell.over(Aspect.KEY_OVER, table, constraint.columns()),
        Cell.over(Aspect.INDEX_OVER, table, constraint.columns()));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "add constraint " + constraint + " to table " + table;
  }
}
