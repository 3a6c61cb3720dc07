package dev.migrate.operation;

import dev.migrate.schema.DataReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes rows that are there.
 *
 * @param table the table's name
 * @param change what they shall become, and which
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
    for (Assignment assignment : change.assignments()) {
      RowSet.requireFit(before, table, owner.column(assignment.column()), assignment.value());
    }
    for (Assignment condition : change.conditions()) {
      RowSet.requireComparable(before, table, owner.column(condition.column()), condition.value());
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
    Footprint footprint =
        Footprint.within(table)
            .writingData(new DataReference(table, written))
            .and(Reach.labels(before, new DataReference(table, written)))
            .and(Reach.parents(before, table, written))
            .and(Reach.neighbours(before, table, written));
    for (Assignment condition : change.conditions()) {
      DataReference read = new DataReference(table, List.of(condition.column()));
      footprint = footprint.readingData(read).and(Reach.labels(before, read));
    }
    return footprint;
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public Optional<String> dataLoss() {
    return Optional.of("former values of " + table + " " + change.assignments());
  }

  @Override
  public String toString() {
    String which = change.conditions().isEmpty() ? "in every row" : "where " + change.conditions();
    return "update " + table + " set " + change.assignments() + " " + which;
  }
}
