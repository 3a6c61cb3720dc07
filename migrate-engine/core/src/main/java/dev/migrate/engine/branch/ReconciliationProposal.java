package dev.migrate.engine.branch;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TypeChange;
import dev.migrate.source.JavaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How two revisions that only change the schema could read after each other, so that both orders
 * end in the same schema. Tries what people write: the same change under the new name, the
 * difference as an alteration, nothing. Immutable.
 *
 * @param first what the first does after the second; empty if it stays as it is
 * @param second what the second does after the first; empty if it stays as it is
 */
record ReconciliationProposal(Optional<List<Operation>> first, Optional<List<Operation>> second) {

  static Optional<ReconciliationProposal> of(
      Schema base, List<Operation> one, List<Operation> other) {
    if (!Stream.concat(one.stream(), other.stream()).allMatch(ReconciliationProposal::isOfSchema)) {
      return Optional.empty();
    }
    Optional<Schema> afterOne = AncestorSchemas.run(one, base);
    Optional<Schema> afterOther = AncestorSchemas.run(other, base);
    if (afterOne.isEmpty() || afterOther.isEmpty()) {
      return Optional.empty();
    }
    for (List<Operation> second : candidates(other, one, afterOne.get())) {
      for (List<Operation> first : candidates(one, other, afterOther.get())) {
        Optional<Schema> end = AncestorSchemas.run(second, afterOne.get());
        if (end.isPresent() && end.equals(AncestorSchemas.run(first, afterOther.get()))) {
          return Optional.of(
              new ReconciliationProposal(
                  first.equals(one) ? Optional.empty() : Optional.of(first),
                  second.equals(other) ? Optional.empty() : Optional.of(second)));
        }
      }
    }
    return Optional.empty();
  }

  /** The end of the others is not a schema alone. */
  private static boolean isOfSchema(Operation operation) {
    return !(operation instanceof RawOperation)
        && operation.elementChanges().stream().noneMatch(change -> change.kind().isOfRows());
  }

  private static List<List<Operation>> candidates(
      List<Operation> own, List<Operation> before, Schema schema) {
    return List.of(own, adapted(own, before, schema), List.of());
  }

  /** Each operation as it fits: as it is, under new names, as an alteration, or not at all. */
  private static List<Operation> adapted(
      List<Operation> own, List<Operation> before, Schema start) {
    List<Operation> adapted = new ArrayList<>();
    Schema schema = start;
    for (Operation operation : own) {
      for (Operation form : forms(operation, before, schema)) {
        Optional<Schema> after = AncestorSchemas.run(List.of(form), schema);
        if (after.isPresent() && !after.get().equals(schema)) {
          adapted.add(form);
          schema = after.get();
          break;
        }
      }
    }
    return adapted;
  }

  private static List<Operation> forms(Operation operation, List<Operation> before, Schema schema) {
    List<Operation> forms = new ArrayList<>();
    forms.add(operation);
    Operation renamed = operation;
    for (Operation earlier : before) {
      renamed = RenamedOperation.after(earlier, renamed);
    }
    forms.add(renamed);
    if (renamed instanceof AddColumn add) {
      alteration(add, schema).ifPresent(forms::add);
    }
    return forms;
  }

  /** Makes of the column that is there the one that was to be added. */
  private static Optional<Operation> alteration(AddColumn add, Schema schema) {
    Column wanted = add.column();
    Column there;
    try {
      there = schema.table(add.table()).column(wanted.name());
    } catch (MigrateException missing) {
      return Optional.empty();
    }
    List<ColumnChange> changes = new ArrayList<>();
    if (!there.type().equals(wanted.type())) {
      changes.add(new TypeChange(wanted.type(), Optional.empty()));
    }
    if (!there.defaultValue().equals(wanted.defaultValue())) {
      changes.add(new DefaultChange(wanted.defaultValue()));
    }
    if (there.nullable() != wanted.nullable()) {
      changes.add(new NullabilityChange(wanted.nullable()));
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new AlterColumn(add.table(), wanted.name(), changes));
  }

  /** What a revision after both declares. */
  List<Variant> variants(RevisionId one, RevisionId other) {
    return Stream.of(
            second.map(operations -> new Variant(other, one, operations)),
            first.map(operations -> new Variant(one, other, operations)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Code to paste into {@code reconcile}, if every operation can be written as code. */
  Optional<String> code(RevisionId one, RevisionId other) {
    List<Variant> variants = variants(one, other);
    List<String> lines =
        variants.stream()
            .map(JavaSource::reconciliation)
            .flatMap(Optional::stream)
            .map(call -> call + ";")
            .toList();
    return lines.isEmpty() || lines.size() < variants.size()
        ? Optional.empty()
        : Optional.of(String.join("\n", lines));
  }
}
