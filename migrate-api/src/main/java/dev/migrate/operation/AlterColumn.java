package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.TypeLoss;
import dev.migrate.schema.ValueFit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes attributes of a column; what is not named stays as it is.
 *
 * @param table the table's name
 * @param column the column's name
 * @param changes the new attributes, each kind at most once
 */
public record AlterColumn(QualifiedName table, String column, List<ColumnChange> changes)
    implements Operation {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if nothing is changed, or an attribute twice
   */
  public AlterColumn {
    Objects.requireNonNull(table, "table");
    Required.name("column", column);
    changes = List.copyOf(changes);
    long kinds = changes.stream().map(ColumnChange::getClass).distinct().count();
    if (changes.isEmpty() || kinds < changes.size()) {
      throw new DefinitionException(
          "the column " + table + "." + column + " cannot be altered by " + changes,
          "name one value for each attribute that changes, and at least one");
    }
  }

  /**
   * The changes together: what fills the column makes way for the type, and whether it takes NULL
   * comes last.
   */
  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    Column was = owner.column(column);
    requireUnseen(before);
    Column changed = was;
    if (changes(DefaultChange.class)) {
      changed = changed.withDefault(Optional.empty());
    }
    if (changes(IdentityChange.class)) {
      changed = changed.withIdentity(Optional.empty());
    }
    for (ColumnChange change : inOrder()) {
      requirePossible(owner, changed, change);
      changed = change.applyTo(changed);
    }
    References.require(before, table, changed);
    return before.with(owner.withColumn(column, changed));
  }

  private boolean changes(Class<? extends ColumnChange> kind) {
    return changes.stream().anyMatch(kind::isInstance);
  }

  private List<ColumnChange> inOrder() {
    return changes.stream()
        .sorted(
            Comparator.comparing(
                change ->
                    change instanceof NullabilityChange ? 2 : change instanceof TypeChange ? 0 : 1))
        .toList();
  }

  private void requireUnseen(Schema before) {
    if (changes(TypeChange.class) || changes(CollationChange.class)) {
      References.requireUnused(
          "the column " + table + "." + column,
          References.viewsOf(before, table, column),
          "drop the view first, and create it again afterwards");
    }
  }

  private void requirePossible(Table owner, Column current, ColumnChange change) {
    if (change instanceof TypeChange type) {
      current.defaultValue().ifPresent(value -> requireDefault(type, value));
    }
    if (change instanceof NullabilityChange nullability && nullability.nullable()) {
      boolean key =
          owner.primaryKey().map(PrimaryKey::columns).filter(c -> c.contains(column)).isPresent();
      if (key || current.identityMode().isPresent()) {
        throw new SchemaException(
            Facts.of("the column " + table + "." + column + " cannot take NULL")
                .with("because", key ? "it is in the primary key" : "it is an identity")
                .next("drop the " + (key ? "primary key" : "identity") + " first"));
      }
    }
  }

  /** A default that is not named stays as it is, so it has to be one of the new type as well. */
  private void requireDefault(TypeChange change, DefaultValue value) {
    Optional<String> reason =
        value instanceof Literal literal
            ? change.type().accepts(literal.kind())
                ? ValueFit.misfit(literal, change.type())
                : Optional.of("it is not a value of " + change.type())
            : Optional.empty();
    if (reason.isPresent()) {
      throw new SchemaException(
          Facts.of(
                  "the default " + value + " of " + table + "." + column + " does not fit the type")
              .with("type", change.type().toString())
              .with("because", reason.orElseThrow())
              .next(
                  "state the default in the same operation: op.alterColumn(\""
                      + table
                      + "\", \""
                      + column
                      + "\", type(…), defaultTo(…)), or noDefault()"));
    }
  }

  /**
   * Restores every attribute, also a collation that went with the type; whether it takes NULL last,
   * since an identity decides that too.
   */
  @Override
  public Inverse inverse(Schema before) {
    Column was = before.table(table).column(column);
    Column after = applyTo(before).table(table).column(column);
    boolean nullableAfter = after.nullable();
    List<ColumnChange> restoring = new ArrayList<>();
    for (ColumnChange change : changes) {
      if (!(change instanceof NullabilityChange)) {
        restoring.add(0, change.restoring(was));
      }
    }
    if (!after.collation().equals(was.collation()) && !changes(CollationChange.class)) {
      restoring.add(new CollationChange(was.collation()));
    }
    if (restoring.isEmpty() || nullableAfter != was.nullable()) {
      restoring.add(new NullabilityChange(was.nullable()));
    }
    return Inverse.of(new AlterColumn(table, column, restoring));
  }

  @Override
  public Footprint footprint(Schema before) {
    Column was = before.table(table).column(column);
    Footprint footprint = Footprint.within(table).reading(Cell.of(Aspect.COLUMN, table, column));
    for (ColumnChange change : changes) {
      footprint = footprint.and(footprintOf(change, was));
    }
    return footprint;
  }

  private Footprint footprintOf(ColumnChange change, Column was) {
    Footprint values = Footprint.NONE.readingData(new DataReference(table, List.of(column)));
    if (change instanceof TypeChange type) {
      Column then = Column.of(column, type.type());
      return retyped(values)
          .and(type.using().map(text -> Reach.text(table, text)).orElse(Footprint.NONE))
          .and(labelsOf(was))
          .and(labelsOf(then));
    } else if (change instanceof CollationChange) {
      return retyped(values);
    } else if (change instanceof NullabilityChange) {
      return values
          .writing(Cell.of(Aspect.COLUMN_NULLABILITY, table, column), Reach.notNull(table, column))
          .adding(Cell.of(Aspect.REQUIRED_COLUMNS, table));
    } else if (change instanceof DefaultChange value) {
      Column then = Column.of(column, new NativeType("any")).withDefault(value.value());
      return Reach.footprint(table, was.withIdentity(Optional.empty()))
          .and(Reach.footprint(table, then))
          .and(labelsOf(was))
          .reading(Cell.of(Aspect.COLUMN_TYPE, table, column))
          .writing(Cell.of(Aspect.COLUMN_DEFAULT, table, column))
          .adding(Cell.of(Aspect.REQUIRED_COLUMNS, table));
    } else if (change instanceof IdentityChange) {
      return values
          .and(Reach.identity(table, was))
          .writing(
              Cell.of(Aspect.COLUMN_DEFAULT, table, column),
              Cell.of(Aspect.COLUMN_NULLABILITY, table, column),
              Reach.notNull(table, column))
          .adding(Cell.of(Aspect.REQUIRED_COLUMNS, table));
    }
    return Footprint.NONE.writing(Cell.of(Aspect.COLUMN_COMMENT, table, column));
  }

  private Footprint retyped(Footprint values) {
    return values
        .reading(Cell.of(Aspect.COLUMN_DEFAULT, table, column))
        .writing(Cell.of(Aspect.COLUMN_TYPE, table, column), Cell.of(Aspect.VALUES, table, column))
        .adding(Cell.of(Aspect.ROW_SIZE, table));
  }

  private static Footprint labelsOf(Column column) {
    Footprint footprint = Footprint.NONE;
    for (QualifiedName type : References.enumTypes(column.type()).toList()) {
      footprint = footprint.reading(Cell.of(Aspect.RELATION, type), Cell.of(Aspect.LABELS, type));
    }
    return footprint;
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ALTERED, ElementName.column(table, column)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public List<String> dataLoss(Schema before) {
    List<String> losses = new ArrayList<>();
    lostValues(before)
        .map(what -> what + "; a downgrade does not bring them back")
        .ifPresent(losses::add);
    boolean numbered = before.table(table).column(column).identityMode().isPresent();
    boolean unnumbered =
        changes.stream().anyMatch(c -> c instanceof IdentityChange to && to.mode().isEmpty());
    if (numbered && unnumbered) {
      losses.add("where the numbers of column " + table + "." + column + " stand");
    }
    return losses;
  }

  /**
   * What the values of the column lose by another type. Those of a computed column are computed
   * again.
   *
   * @return such as {@code digits after the point of column t.price, by decimal(10,2)}; empty if
   *     every value has a counterpart
   */
  public Optional<String> lostValues(Schema before) {
    Column was = before.table(table).column(column);
    Optional<TypeChange> type =
        changes.stream()
            .filter(TypeChange.class::isInstance)
            .map(TypeChange.class::cast)
            .filter(change -> was.generated().isEmpty())
            .findFirst();
    String where = " of column " + table + "." + column + ", by ";
    return type.flatMap(
        to ->
            to.using().isPresent()
                ? Optional.of("values" + where + "using " + to.using().orElseThrow())
                : new TypeLoss(before).of(was.type(), to.type()).map(w -> w + where + to.type()));
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
