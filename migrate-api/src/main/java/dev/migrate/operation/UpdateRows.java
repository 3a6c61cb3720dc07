package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes rows that are there.
 *
 * @param table the table's name
 * @param change their new values, and which rows get them
 */
public record UpdateRows(QualifiedName table, RowChange change) implements Operation {

  /** Checks that they are there. */
  public UpdateRows {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(change, "change");
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    RowFit fit = RowFit.of(before, table);
    for (Assignment assignment : change.assignments()) {
      fit.requireFit(owner.column(assignment.column()), assignment.value());
    }
    for (Assignment condition : change.conditions()) {
      Literal value = new Row(List.of(condition.value())).literals().get(0);
      fit.requireComparable(owner.column(condition.column()), value);
    }
    return before;
  }

  @Override
  public Inverse inverse(Schema before) {
    return change.isWithoutUndo()
        ? Inverse.of()
        : Inverse.none(
            "the values that "
                + table
                + " had before the update are not known; add .needsNoUndo() if they need not come"
                + " back, or override downgrade(…)");
  }

  @Override
  public Footprint footprint(Schema before) {
    List<String> written = change.assignments().stream().map(Assignment::column).toList();
    return certain(before, written)
        .map(cells -> certainly(written, cells))
        .orElseGet(() -> any(written))
        .and(Reach.labels(before, new DataReference(table, joined(written, compared()))))
        .and(Reach.parents(before, table, written))
        .and(Reach.neighbours(before, table, written))
        .and(computed(change.assignments().stream().map(Assignment::value).toList()));
  }

  /** A text can look at the other values of a row. */
  private Footprint computed(List<DefaultValue> values) {
    Footprint footprint = RowSet.computed(table, values);
    for (DefaultValue value : values) {
      for (Expression text : References.texts(value).toList()) {
        for (DataReference data : Reach.meantBy(table, text)) {
          footprint = footprint.readingData(data);
        }
      }
    }
    return footprint;
  }

  private List<String> compared() {
    return change.conditions().stream().map(Assignment::column).toList();
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** The one row whose key is named, as long as no key changes. */
  private Optional<Set<Cell>> certain(Schema before, List<String> written) {
    boolean hasText =
        before.table(table).indexes().stream()
            .anyMatch(index -> index.isUnique() && index.columns().size() < index.keys().size());
    boolean changesKey =
        Stream.concat(
                before.table(table).constraints().stream()
                    .filter(known -> known instanceof PrimaryKey || known instanceof Unique)
                    .flatMap(known -> known.columns().stream()),
                before.table(table).indexes().stream()
                    .filter(Index::isUnique)
                    .flatMap(index -> index.columns().stream()))
            .anyMatch(written::contains);
    Row values = new Row(change.conditions().stream().map(Assignment::value).toList());
    return hasText || changesKey || compared().isEmpty()
        ? Optional.empty()
        : RowSet.certain(before, table, compared(), List.of(values));
  }

  private Footprint certainly(List<String> written, Set<Cell> cells) {
    Footprint footprint = RowSet.certainly(table, compared(), cells).readingColumns(table, written);
    for (String column : written) {
      footprint = footprint.writing(Cell.of(Aspect.VALUES, table, column));
    }
    return footprint;
  }

  private Footprint any(List<String> written) {
    Footprint footprint = Footprint.within(table).writingData(new DataReference(table, written));
    for (String column : compared()) {
      footprint = footprint.readingData(new DataReference(table, List.of(column)));
    }
    return footprint;
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ROWS_UPDATED, ElementName.table(table)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public List<String> dataLoss(Schema before) {
    return List.of("former values of " + table + " " + change.assignments());
  }

  @Override
  public String toString() {
    String which = change.conditions().isEmpty() ? "in every row" : "where " + change.conditions();
    return "update " + table + " set " + change.assignments() + " " + which;
  }
}
