package dev.migrate.engine.call;

import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.history.History;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.report.Direction;
import dev.migrate.report.Outcome;
import dev.migrate.report.Script;
import java.util.Optional;
import java.util.Set;

/** A call that upgrades or downgrades, or says what it would do. Used once. */
public final class MigrationCall {

  private final Migration migration;
  private final long begin = System.nanoTime();

  /** A call that begins now. */
  public MigrationCall(Migration migration) {
    this.migration = migration;
  }

  /** Does it. An upgrade looks first, without the lock, whether there is something to do. */
  public Outcome run(CallConnection connection) {
    if (migration.direction() == Direction.UP) {
      IdleStart idle = new IdleStart(connection);
      Optional<Outcome> outcome = idle.outcome(migration, begin);
      if (outcome.isPresent()) {
        return outcome.orElseThrow();
      }
      if (idle.isFirst()) {
        requireNoConflict(connection);
      }
    }
    connection.settleWritable();
    return new LockedCall(connection).run(new MigrationRun(connection, migration, begin)::run);
  }

  /**
   * Refuses a conflict before the lock is taken, which can create a table: a refused call is to
   * leave nothing. Under the lock everything is judged again.
   */
  private void requireNoConflict(CallConnection connection) {
    AppliedState nothing = connection.state(History.none(), Set.of());
    Settings settings = connection.settings();
    migration.requireNoConflict(
        nothing,
        ConflictRules.of(connection.dialect(), settings.accepted()),
        migration.revisions(nothing));
  }

  /** What would run; nothing does. */
  public Script script(CallConnection connection) {
    return new MigrationRun(connection.settle(), migration, begin).script();
  }
}
