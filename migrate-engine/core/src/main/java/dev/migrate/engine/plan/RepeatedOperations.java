package dev.migrate.engine.plan;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a revision that joins branches does once more though a branch did it already, as
 * merges written by hand do.
 */
final class RepeatedOperations {

  private final AppliedState state;

  RepeatedOperations(AppliedState state) {
    this.state = state;
  }

  /** Refuses a join that repeats its branches, with the lines to remove. */
  void require(RevisionId id, List<Operation> operations, Schema before) {
    Set<RevisionId> parents = new HashSet<>(state.graph().lineage(id).parents());
    if (parents.size() < 2 || operations.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      Optional<Schema> after = after(schema, operation);
      boolean unchanged = isOfSchema(operation) && after.filter(schema::equals).isPresent();
      if (after.isEmpty() || unchanged) {
        doneBy(id, operation)
            .ifPresent(other -> lines.add(title(other) + " already does this: " + operation));
      }
      schema = after.orElse(schema);
    }
    if (!lines.isEmpty()) {
      throw new PlanException(
          Facts.of("revision " + title(id) + " repeats what the branches that it joins did")
              .with("already", String.join("\n", lines))
              .with("left", "nothing ran")
              .next(
                  lines.size() == 1
                      ? "remove this line; a join needs no operations of its own"
                      : "remove these " + lines.size() + " lines; a join needs no operations"),
          id);
    }
  }

  /** Rows may be changed again with good reason. */
  private static boolean isOfSchema(Operation operation) {
    return !(operation instanceof RawOperation)
        && operation.elementChanges().stream()
            .allMatch(change -> change.kind() == ElementChange.Kind.ALTERED);
  }

  private static Optional<Schema> after(Schema before, Operation operation) {
    try {
      return Optional.of(operation.applyTo(before));
    } catch (MigrateException misfit) {
      return Optional.empty();
    }
  }

  /** Looks upwards from the join, the nearest first. */
  private Optional<RevisionId> doneBy(RevisionId join, Operation operation) {
    Deque<RevisionId> open = new ArrayDeque<>(state.graph().lineage(join).parents());
    Set<RevisionId> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      RevisionId id = open.remove();
      if (state.recording(id).upgrade().stream().anyMatch(other -> same(operation, other))) {
        return Optional.of(id);
      }
      state.graph().lineage(id).parents().stream().filter(seen::add).forEach(open::add);
    }
    return Optional.empty();
  }

  /** Whether two operations bring the same thing about, though perhaps with other details. */
  private static boolean same(Operation one, Operation other) {
    return one.equals(other)
        || created(one).filter(name -> created(other).filter(name::equals).isPresent()).isPresent();
  }

  /** The table or column that an operation creates; columns are told apart as in plain SQL. */
  private static Optional<ElementName> created(Operation operation) {
    List<ElementChange> changes = operation.elementChanges();
    if (changes.size() != 1 || operation instanceof RawOperation) {
      return Optional.empty();
    }
    ElementChange change = changes.get(0);
    if (change.is(ElementChange.Kind.CREATED, ElementName.Kind.COLUMN)) {
      String column = change.element().part().orElseThrow();
      return Optional.of(change.element().withName(column.toLowerCase(Locale.ROOT)));
    }
    return change.is(ElementChange.Kind.CREATED, ElementName.Kind.TABLE)
        ? Optional.of(change.element())
        : Optional.empty();
  }

  private String title(RevisionId id) {
    String name = state.name(id);
    return id.titled(name);
  }
}
