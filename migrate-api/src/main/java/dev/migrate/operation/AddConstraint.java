package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Adds a primary key, a unique constraint, a foreign key or a check to a table.
 *
 * @param table the table's name
 * @param constraint the constraint; named after the table where it has no name
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

  /** Names the constraint. */
  public AddConstraint {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(constraint, "constraint");
    constraint = constraint.namedIn(table);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    constraint.usedColumns().forEach(owner::column);
    boolean second = constraint instanceof PrimaryKey && owner.primaryKey().isPresent();
    if (second || owner.findConstraint(constraint.requiredName()).isPresent()) {
      String what = second ? "primary key" : "constraint " + constraint.requiredName();
      throw new SchemaException(
          Facts.of("the table " + table + " already has a " + what)
              .with("added", constraint.toString())
              .next("remove this operation, drop the other first, or name this one"));
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
    Footprint footprint =
        claims(before).writing(Cell.of(Aspect.CONSTRAINT, table, constraint.requiredName()));
    if (constraint instanceof Check check) {
      for (DataReference meant : Reach.meantBy(table, check.condition())) {
        footprint = footprint.readingData(meant);
      }
      if (check.atColumn().isPresent()) {
        footprint = footprint.readingData(new DataReference(table, check.usedColumns()));
      }
      return footprint.reading(Cell.of(Aspect.ROWS, table));
    }
    footprint = footprint.readingData(new DataReference(table, constraint.usedColumns()));
    if (constraint instanceof ForeignKey key) {
      for (String column : key.columns()) {
        footprint = footprint.reading(Cell.of(Aspect.INDEX_OVER, table, column));
        if (changesRows(key)) {
          footprint = footprint.reading(Cell.of(Aspect.COLUMN_NULLABILITY, table, column));
        }
      }
      return footprint.readingData(new DataReference(key.target(), targetColumns(before, key)));
    }
    if (constraint instanceof PrimaryKey) {
      footprint =
          footprint
              .writing(Cell.of(Aspect.PRIMARY_KEY, table))
              .adding(Cell.of(Aspect.REQUIRED_COLUMNS, table));
      for (String column : constraint.columns()) {
        footprint =
            footprint.writing(
                Cell.of(Aspect.COLUMN_NULLABILITY, table, column), Reach.notNull(table, column));
      }
    }
    return footprint.adding(
        Cell.over(Aspect.KEY_OVER, table, constraint.columns()),
        Cell.of(Aspect.INDEX_OVER, table, constraint.columns().get(0)));
  }

  /** Only then may a database ask whether the columns take the NULL that it would write. */
  private static boolean changesRows(ForeignKey key) {
    return key.onDelete() == ReferentialAction.SET_NULL
        || !Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT)
            .contains(key.onUpdate());
  }

  /** Its name, and the key it refers to: what it touches even if its table is new. */
  Footprint claims(Schema before) {
    Footprint footprint =
        Footprint.NONE.writing(Cell.of(Aspect.NAME, table.sibling(constraint.requiredName())));
    if (constraint instanceof ForeignKey key) {
      List<String> target = targetColumns(before, key);
      footprint =
          footprint
              .readingColumns(key.target(), target)
              .reading(Cell.over(Aspect.KEY_OVER, key.target(), target));
      return key.targetColumns().isEmpty()
          ? footprint.reading(Cell.of(Aspect.PRIMARY_KEY, key.target()))
          : footprint;
    }
    return footprint;
  }

  private static List<String> targetColumns(Schema before, ForeignKey key) {
    return key.targetColumns().isEmpty()
        ? before
            .findTable(key.target())
            .flatMap(Table::primaryKey)
            .map(PrimaryKey::columns)
            .orElse(key.columns())
        : key.targetColumns();
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(
        ElementChange.of(Kind.CREATED, ElementName.constraint(table, constraint.requiredName())));
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
