package dev.migrate.engine.call;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.live.LiveDrift;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.resume.BegunRevisions;
import dev.migrate.error.Facts;
import dev.migrate.report.Drift;
import dev.migrate.report.LockException;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares a database with its history. Reads only. */
public final class DriftQuery {

  private static final int ATTEMPTS = 5;

  private DriftQuery() {}

  /** How the database differs from what its applied revisions declare. */
  public static Drift of(CallConnection connection) {
    return steady(connection.settle(), history -> of(connection, history));
  }

  /** What the applied revisions declare together. */
  public static Schema declared(CallConnection connection) {
    HistoryComparison history = HistoryComparison.of(connection.settle());
    history.requireComparable();
    return new Planner(history.state()).appliedWithout(Set.of());
  }

  /**
   * Compares again where another process has migrated meanwhile: what was read of the history and
   * of the catalogue does not belong together.
   *
   * @param connection a settled connection
   */
  static <T> T steady(CallConnection connection, Function<HistoryComparison, T> comparison) {
    for (int i = 0; i < ATTEMPTS; i++) {
      HistoryComparison history = HistoryComparison.of(connection);
      T result = comparison.apply(history);
      if (connection.store().read().entries().equals(history.history().entries())) {
        return result;
      }
    }
    throw new LockException(
        Facts.of("another process keeps migrating while the database is compared")
            .with("left", "nothing was changed by this call")
            .next("call again when it has ended"));
  }

  static Drift of(CallConnection connection, HistoryComparison history) {
    history.requireComparable();
    LiveSchema database =
        new LiveSchema(connection.session(), connection.settings().table().name());
    Drift drift = LiveDrift.of(database, new Planner(history.state()).appliedWithout(Set.of()));
    List<Entry> begun = begun(connection, history);
    return begun.isEmpty() ? drift : without(begun, drift);
  }

  /** What unfinished revisions change, and so may be there or not. */
  private static List<Entry> begun(CallConnection connection, HistoryComparison history) {
    Dialect dialect = connection.dialect();
    BegunRevisions revisions = new BegunRevisions(connection, history.history());
    List<Entry> changes = new ArrayList<>();
    for (HistoryEntry entry : history.history().inFlight()) {
      PlanStep step = revisions.whole(entry);
      changes.addAll(SchemaDifference.between(step.before(), step.after()).entries());
      changes.addAll(
          SchemaDifference.between(
                  dialect.canonical(step.before()), dialect.canonical(step.after()))
              .entries());
    }
    return changes;
  }

  private static Drift without(List<Entry> begun, Drift drift) {
    Set<ElementName> unknown = new TreeSet<>(drift.unknown());
    SchemaDifference difference =
        drift.difference().where(entry -> begun.stream().noneMatch(entry::overlaps));
    drift.difference().entries().stream()
        .filter(entry -> begun.stream().anyMatch(entry::overlaps))
        .forEach(entry -> unknown.add(entry.element()));
    List<ElementName> undeclared =
        drift.undeclared().stream()
            .filter(name -> begun.stream().noneMatch(entry -> entry.element().equals(name)))
            .toList();
    drift.undeclared().stream().filter(name -> !undeclared.contains(name)).forEach(unknown::add);
    return new Drift(difference, undeclared, drift.unmodelled(), List.copyOf(unknown));
  }
}
