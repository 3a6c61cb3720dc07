package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.engine.plan.AppliedRevision;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.report.HistoryException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the order in which revisions run leads to the schema that they make in the canonical
 * order. It does, unless a pair that is in conflict was let through, or was applied before its
 * reconciliation was written.
 */
public final class AppliedOrder {

  private AppliedOrder() {}

  /** Refuses to go on with a schema that is not the one that every plan starts from. */
  public static void require(AppliedState state) {
    List<AppliedRevision> applied = state.inOrder();
    difference(applied, state)
        .ifPresent(
            difference -> {
              throw refused(
                  Facts.of("the applied revisions ran in an order that leads to another schema"),
                  applied,
                  state,
                  difference,
                  "bring the schema by hand to what the canonical order makes, and record that\n"
                      + "with restamp("
                      + tops(state)
                      + "); or reconcile the revisions");
            });
  }

  /**
   * Refuses an upgrade that would end in a schema that is not the one of the canonical order.
   *
   * @param after the state after the run: everything pending counts as applied
   */
  public static void requireAfter(List<AppliedRevision> order, AppliedState after) {
    difference(order, after)
        .ifPresent(
            difference -> {
              throw refused(
                  Facts.of("the revisions would run in an order that leads to another schema"),
                  order,
                  after,
                  difference,
                  "put one after the other, or reconcile them; no accepted conflict may change"
                      + " the schema");
            });
  }

  /**
   * Refuses an upgrade after which the canonical order would not be defined: a revision that needs
   * what another one makes without coming after it.
   *
   * @throws dev.migrate.report.PlanException with the revision that does not fit
   */
  public static void requireDefined(List<AppliedRevision> order, AppliedState after) {
    if (!isCanonical(order, after)) {
      new Planner(after).appliedWithout(Set.of());
    }
  }

  private static HistoryException refused(
      Facts facts,
      List<AppliedRevision> order,
      AppliedState state,
      String difference,
      String next) {
    List<RevisionId> ids = AppliedRevision.ids(order);
    return new HistoryException(
        facts
            .list("order", ids)
            .list("canonical", ids.stream().sorted(state.graph().comparator()).toList())
            .with("schema", difference)
            .with("left", "nothing ran")
            .next(next),
        ids);
  }

  private static String tops(AppliedState state) {
    return state.targets().current().stream()
        .map(id -> '"' + id.value() + '"')
        .collect(Collectors.joining(", "));
  }

  /** How the schema of an order differs from the canonical one, if it does. */
  private static Optional<String> difference(List<AppliedRevision> order, AppliedState state) {
    if (isCanonical(order, state)) {
      return Optional.empty();
    }
    Optional<Schema> actual = actual(order, state);
    Optional<Schema> canonical = canonical(state);
    if (canonical.isEmpty()) {
      return Optional.of("the operations do not fit together in the canonical order");
    } else if (actual.isEmpty()) {
      return Optional.of("the operations do not fit together in the order that ran");
    }
    return actual.equals(canonical)
        ? Optional.empty()
        : Optional.of(SchemaDifference.between(canonical.get(), actual.get()).toString());
  }

  private static Optional<Schema> canonical(AppliedState state) {
    try {
      return Optional.of(new Planner(state).appliedWithout(Set.of()));
    } catch (MigrateException misfit) {
      return Optional.empty();
    }
  }

  /** In the canonical order, and each in the form that it takes in it. */
  private static boolean isCanonical(List<AppliedRevision> order, AppliedState state) {
    int last = -1;
    for (AppliedRevision each : order) {
      int place = state.graph().position(each.id());
      if (place < last || each.variant().isPresent() || !state.variants(each.id()).isEmpty()) {
        return false;
      }
      last = place;
    }
    return true;
  }

  /** The form that ran counts, as long as what it ran after is still there and was before it. */
  private static Optional<Schema> actual(List<AppliedRevision> order, AppliedState state) {
    Map<RevisionId, Integer> places = new HashMap<>();
    order.forEach(each -> places.put(each.id(), places.size()));
    Schema schema = Schema.empty();
    try {
      for (AppliedRevision each : order) {
        Optional<RevisionId> after =
            each.variant()
                .filter(
                    other ->
                        places.getOrDefault(other, Integer.MAX_VALUE)
                            < places.getOrDefault(each.id(), 0));
        schema = Operation.applyAll(state.recording(each.id(), after).upgrade(), schema);
      }
      return Optional.of(schema);
    } catch (MigrateException misfit) {
      return Optional.empty();
    }
  }
}
