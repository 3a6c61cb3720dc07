package dev.migrate.engine.execute;

import dev.migrate.RevisionId;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Situation;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.report.HistoryException;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the order in which the applied revisions ran led to the schema that they make in the
 * canonical order. It does, unless a pair that disturbs each other was let through, or was applied
 * before its reconciliation was written.
 */
final class Agreement {

  private Agreement() {}

  /** Refuses to go on with a schema that is not the one that every plan starts from. */
  static void require(History history, Situation situation) {
    List<HistoryEntry> done =
        history.entries().stream().filter(entry -> entry.state() == RevisionState.DONE).toList();
    if (isCanonical(done, situation)) {
      return;
    }
    Schema canonical = new Planner(situation).appliedWithout(Set.of());
    Optional<Schema> actual = actual(done, situation);
    if (actual.isPresent() && actual.get().equals(canonical)) {
      return;
    }
    List<RevisionId> order = done.stream().map(HistoryEntry::id).toList();
    throw new HistoryException(
        Facts.of("the applied revisions ran in an order that leads to another schema")
            .list("order", order)
            .list("canonical", order.stream().sorted(situation.graph().comparator()).toList())
            .with(
                "schema",
                actual
                    .map(schema -> SchemaDifference.between(canonical, schema).toString())
                    .orElse("the operations do not even fit in that order"))
            .with("left", "nothing ran")
            .next(
                "make the schema by hand what the canonical order makes, and record that with\n"
                    + "restamp(\"heads\"); or reconcile the revisions"),
        order,
        null);
  }

  /** In the canonical order, and each in the form that it takes in it. */
  private static boolean isCanonical(List<HistoryEntry> done, Situation situation) {
    int last = -1;
    for (HistoryEntry entry : done) {
      int place = situation.graph().position(entry.id());
      if (place < last
          || entry.variant().isPresent()
          || !situation.variants(entry.id()).isEmpty()) {
        return false;
      }
      last = place;
    }
    return true;
  }

  /** The form that ran counts, as long as what it ran after is still there and was before it. */
  private static Optional<Schema> actual(List<HistoryEntry> done, Situation situation) {
    Map<RevisionId, Integer> places = new HashMap<>();
    done.forEach(entry -> places.put(entry.id(), places.size()));
    List<Operation> operations = new ArrayList<>();
    for (HistoryEntry entry : done) {
      Optional<RevisionId> after =
          entry
              .variant()
              .filter(
                  other ->
                      places.getOrDefault(other, Integer.MAX_VALUE)
                          < places.getOrDefault(entry.id(), 0));
      operations.addAll(situation.recording(entry.id(), after).upgrade());
    }
    Schema schema = Schema.empty();
    try {
      for (Operation operation : operations) {
        schema = operation.applyTo(schema);
      }
      return Optional.of(schema);
    } catch (MigrateException misfit) {
      return Optional.empty();
    }
  }
}
