package dev.migrate.engine.call;

import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.graph.Target;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.UnfinishedRevision;
import dev.migrate.report.ValidationException;
import java.util.List;

/**
 * Makes sure that an upgrade would have nothing to do. Reads only, and costs one statement if that
 * is so.
 */
public final class Validating {

  private static final Upgrade TO_HEADS = new Upgrade(List.of(Target.parse("heads")));

  private final long begin = System.nanoTime();

  /** Validates now. */
  public void validate(CallConnection connection) {
    if (new IdleStart(connection).outcome(TO_HEADS, begin).isPresent()) {
      return;
    }
    HistoryComparison history = HistoryComparison.of(connection.settle());
    history.requireOrder();
    List<RevisionInfo> pending = history.pending();
    List<EditedRevision> edited = history.edited();
    List<UnfinishedRevision> unfinished = history.unfinished();
    if (!pending.isEmpty() || !edited.isEmpty() || !unfinished.isEmpty()) {
      history.requireComparable();
      throw new ValidationException(pending, edited, unfinished);
    }
  }
}
