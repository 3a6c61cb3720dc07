package dev.migrate.engine.branch;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.report.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways out where the graph puts one revision before the other, and a database has the other
 * alone. What can be done about the database depends on its state; here only what the two revisions
 * can say.
 *
 * @param first the one that comes first
 * @param second the one that comes after it
 */
record OrderAdvice(RevisionId first, RevisionId second) implements Advice {

  @Override
  public List<List<RevisionId>> orders() {
    return List.of(List.of(first, second));
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public List<Variant> reconciliation() {
    return List.of();
  }

  @Override
  public List<String> texts(Conflict.Kind kind, Effect one, Effect other) {
    return Stream.of(UndeclaredEffects.advice(first, one), UndeclaredEffects.advice(second, other))
        .flatMap(Optional::stream)
        .toList();
  }
}
