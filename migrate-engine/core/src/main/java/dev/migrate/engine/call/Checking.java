package dev.migrate.engine.call;

import dev.migrate.engine.branch.Branches;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.Settings;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Check;
import dev.migrate.report.Conflict;
import dev.migrate.report.ModelCheck;
import dev.migrate.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares a database, its history, the code and a model. Reads only. */
public final class Checking {

  private final Optional<SchemaSource> model;

  /**
   * Asks for a comparison.
   *
   * @param model what the revisions should make; empty for none
   */
  public Checking(Optional<SchemaSource> model) {
    this.model = model;
  }

  /** Compares. */
  public Check check(CallConnection connection) {
    return DriftQuery.steady(connection.settle(), history -> check(connection, history));
  }

  private Check check(CallConnection connection, HistoryComparison history) {
    history.requireOrder();
    Settings settings = connection.settings();
    List<Conflict> among =
        Branches.conflicts(
            settings.known(), settings.accepted(), Optional.of(connection.dialect()));
    Set<Conflict> conflicts = new LinkedHashSet<>(among);
    conflicts.addAll(history.conflicts());
    return new Check(
        history.pending(),
        history.edited(),
        history.state().unknown(),
        history.unfinished(),
        List.copyOf(conflicts),
        DriftQuery.of(connection, history),
        among.isEmpty() ? model.map(source -> compared(connection, source)) : Optional.empty());
  }

  private static ModelCheck compared(CallConnection connection, SchemaSource source) {
    Schema recorded = Branches.schema(connection.settings().known(), connection.dialect().names());
    DeclaredSchema declared = source.declared(connection.dialect(), recorded);
    ModelComparison comparison = ModelComparison.of(recorded, declared, connection.dialect());
    return new ModelCheck(
        comparison.difference(), declared.leftAlone(), comparison.unused(), declared.remarks());
  }
}
