package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.history.History;
import dev.migrate.engine.plan.AppliedRevision;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.error.MigrateException;
import dev.migrate.report.Conflict;
import dev.migrate.report.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be done where a revision is missing below an applied one with which it is in conflict.
 * Only what works on this database is offered.
 */
final class LateRevisionAdvice {

  private static final int SHOWN = 10;

  private final Settings settings;
  private final History history;
  private final AppliedState state;
  private final List<RevisionId> order;

  LateRevisionAdvice(
      Settings settings, History history, AppliedState state, List<RevisionId> order) {
    this.settings = settings;
    this.history = history;
    this.state = state;
    this.order = order;
  }

  List<String> of(List<Conflict> conflicts) {
    Stream<String> undoing =
        conflicts.stream()
            .map(each -> each.first().revision())
            .distinct()
            .map(this::undoing)
            .flatMap(Optional::stream);
    List<String> ways = new ArrayList<>(undoing.limit(SHOWN).toList());
    if (runsInThisOrder()) {
      conflicts.stream()
          .map(each -> quoted(each.first().revision()) + ", " + quoted(each.second().revision()))
          .distinct()
          .limit(SHOWN)
          .map(pair -> "if the order does no harm: acceptConflict(" + pair + ", \"why\")")
          .forEach(ways::add);
    }
    conflicts.stream()
        .filter(this::isOfNewEdge)
        .map(each -> each.first().revision() + " and " + each.second().revision())
        .distinct()
        .limit(SHOWN)
        .map(pair -> "take the edge between " + pair + " back, and reconcile the two in a join")
        .forEach(ways::add);
    ways.add(
        "if the database already has what is missing, as where a row of the history was lost:\n"
            + "stamp(\"current\"), which records it without running it");
    return ways;
  }

  /** Undoes what comes after it, so that everything runs in order. */
  private Optional<String> undoing(RevisionId missing) {
    String target = missing + "@" + Target.BASE;
    List<RevisionId> above = state.targets().downgrade(Target.parse(target));
    try {
      Plan plan = new Planner(state).downgrade(above);
      UnknownRevisions.require(settings, state, plan);
      String ids = above.stream().map(RevisionId::value).collect(Collectors.joining(", "));
      return Optional.of(
          "downgrade("
              + quoted(target)
              + "), which undoes "
              + ids
              + (plan.dataLoss().isEmpty() ? "" : " and loses data")
              + "; then upgrade()");
    } catch (MigrateException refused) {
      return Optional.empty();
    }
  }

  private boolean runsInThisOrder() {
    Set<RevisionId> all = new HashSet<>(order);
    try {
      List<RevisionId> chosen = order.stream().filter(id -> !state.applied().contains(id)).toList();
      Plan plan = new Planner(state).upgrade(chosen);
      AppliedOrder.requireAfter(
          AppliedRevision.with(state.inOrder(), plan), state.withApplied(all));
      return true;
    } catch (MigrateException misfit) {
      return false;
    }
  }

  private boolean isOfNewEdge(Conflict conflict) {
    return !RecordedEdges.areRecorded(
        conflict.first().revision(), conflict.second().revision(), history);
  }

  private static String quoted(Object value) {
    return "\"" + value + "\"";
  }
}
