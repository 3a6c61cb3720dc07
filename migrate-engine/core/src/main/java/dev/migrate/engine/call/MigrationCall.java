package dev.migrate.engine.call;

import dev.migrate.engine.context.CallConnection;
import dev.migrate.report.Direction;
import dev.migrate.report.Outcome;
import dev.migrate.report.Script;
import java.util.Optional;

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
      Optional<Outcome> outcome = new IdleStart(connection).outcome(migration, begin);
      if (outcome.isPresent()) {
        return outcome.orElseThrow();
      }
    }
    connection.settleWritable();
    return new LockedCall(connection).run(new MigrationRun(connection, migration, begin)::run);
  }

  /** What would run; nothing does. */
  public Script script(CallConnection connection) {
    return new MigrationRun(connection.settle(), migration, begin).script();
  }
}
