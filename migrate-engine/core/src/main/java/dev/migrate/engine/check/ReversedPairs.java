package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.branch.ConflictFinder;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.history.History;
import dev.migrate.engine.plan.AppliedRevision;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.error.Facts;
import dev.migrate.report.Conflict;
import dev.migrate.report.HistoryException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Revisions on the wrong side of each other: one that is to run now although another that comes
 * after it is applied, and applied ones whose edges were changed so that they ran in the wrong
 * order. Independent ones do no harm; others are refused by name.
 */
public final class ReversedPairs {

  private static final int SHOWN = 10;

  private ReversedPairs() {}

  /** Refuses what cannot run, or cannot have run, in this order. */
  public static void require(
      Settings settings,
      Dialect dialect,
      History history,
      AppliedState state,
      List<RevisionId> chosen) {
    List<RevisionId> order = new ArrayList<>(AppliedRevision.ids(state.inOrder()));
    chosen.stream().filter(id -> !state.applied().contains(id)).forEach(order::add);
    List<Conflict> conflicts =
        new ConflictFinder(state, ConflictRules.of(dialect, settings.accepted())).reversed(order);
    List<Conflict> late =
        conflicts.stream().filter(each -> !state.applied().contains(first(each))).toList();
    if (!late.isEmpty()) {
      throw cannotRun(late, new LateRevisionAdvice(settings, history, state, order));
    }
    List<Conflict> edited =
        conflicts.stream()
            .filter(each -> !RecordedEdges.areRecorded(first(each), second(each), history))
            .toList();
    if (!edited.isEmpty()) {
      throw ranBefore(edited);
    }
  }

  private static HistoryException cannotRun(List<Conflict> conflicts, LateRevisionAdvice advice) {
    List<RevisionId> missing = conflicts.stream().map(ReversedPairs::first).distinct().toList();
    String what =
        missing.size() == 1
            ? "revision " + missing.get(0) + " is missing below an applied one"
            : missing.size() + " revisions are missing below applied ones";
    Facts facts = with(conflicts, Facts.of(what + ", and cannot run after it"));
    boolean isFirst = true;
    for (String text : advice.of(conflicts)) {
      facts = facts.with(isFirst ? "next" : "or", text);
      isFirst = false;
    }
    return new HistoryException(facts, revisions(conflicts), conflicts, null);
  }

  private static HistoryException ranBefore(List<Conflict> conflicts) {
    return new HistoryException(
        with(
                conflicts,
                Facts.of(
                    "lineages were changed after the revisions had been applied in another order"))
            .next(
                "take the change of the lineages back; or, if the order does no harm,\n"
                    + "acceptConflict(…) on the builder"),
        revisions(conflicts),
        conflicts,
        null);
  }

  private static Facts with(List<Conflict> conflicts, Facts start) {
    Facts facts =
        start.list(
            "order",
            conflicts.stream()
                .map(each -> first(each) + " before " + second(each))
                .distinct()
                .toList());
    List<Conflict> reported = oneOfEachUnknownPair(conflicts);
    for (Conflict conflict : reported.subList(0, Math.min(reported.size(), SHOWN))) {
      facts = facts.with("conflict", conflict.toString());
    }
    int more = reported.size() - SHOWN;
    facts = more > 0 ? facts.with("and", more + " more") : facts;
    return facts.with("left", "nothing ran");
  }

  /** What declares nothing is in conflict with every operation in the same way. */
  private static List<Conflict> oneOfEachUnknownPair(List<Conflict> conflicts) {
    Set<List<RevisionId>> pairs = new HashSet<>();
    return conflicts.stream()
        .filter(
            each ->
                each.kind() != Conflict.Kind.UNKNOWN
                    || pairs.add(List.of(first(each), second(each))))
        .toList();
  }

  private static List<RevisionId> revisions(List<Conflict> conflicts) {
    Set<RevisionId> ids = new LinkedHashSet<>();
    conflicts.forEach(each -> ids.addAll(List.of(first(each), second(each))));
    return List.copyOf(ids);
  }

  private static RevisionId first(Conflict conflict) {
    return conflict.first().revision();
  }

  private static RevisionId second(Conflict conflict) {
    return conflict.second().revision();
  }
}
