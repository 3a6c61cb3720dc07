package dev.migrate.engine.resume;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.live.LiveChange;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.error.Facts;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TypeChange;
import java.util.EnumSet;

/**
 * Decides whether a statement was executed before a crash, by comparing the live schema with the
 * schema before and after it. Only what the statement changes is compared, so that an index added
 * by hand does not matter.
 */
final class Doubt {

  private final LiveSchema database;

  Doubt(LiveSchema database) {
    this.database = database;
  }

  /** Whether the statement of this number was executed. */
  boolean wasExecuted(ScriptStep step, int number) {
    Statement statement = step.statements().get(number - 1);
    if (EnumSet.of(Kind.DATA, Kind.CODE, Kind.CHECK).contains(statement.kind())) {
      return false;
    } else if (statement.kind() == Kind.OPAQUE) {
      throw ask(step, number, "nothing was declared about what it does to the schema");
    }
    Schema before = step.before(number);
    Schema after = statement.part().applyTo(before);
    LiveChange change = new LiveChange(database, before, after);
    if (change.isInvisible()) {
      requireRepeatable(step, number);
      return false;
    }
    return switch (change.state()) {
      case BEFORE -> false;
      case AFTER -> true;
      case NEITHER -> throw ask(step, number, "the schema is neither as before it nor as after it");
    };
  }

  /** What leaves no trace is run again, unless it may do something else the second time. */
  private static void requireRepeatable(ScriptStep step, int number) {
    Operation part = step.statements().get(number - 1).part();
    boolean computes =
        part instanceof AlterColumn alteration
            && alteration.changes().stream()
                .anyMatch(change -> change instanceof TypeChange t && t.using().isPresent());
    if (part instanceof ExecuteSql || computes) {
      throw ask(step, number, "the schema looks the same before and after it");
    }
  }

  /** A statement that ended its transaction may have been executed in part. */
  static InDoubtException ended(ScriptStep step, int number) {
    return ask(step, number, "it ended the transaction that it ran in");
  }

  private static InDoubtException ask(ScriptStep step, int number, String reason) {
    Statement statement = step.statements().get(number - 1);
    String title = step.step().title();
    boolean up = step.step().direction() == Direction.UP;
    return new InDoubtException(
        Facts.of("was statement " + number + " of revision " + title + " executed?")
            .with("statement", statement.sql())
            .with("because", "the run before stopped at it, and " + reason)
            .with("left", Flight.committed(number) + " before it; nothing ran now")
            .next(
                "look at the database, then call migrator.settle(RevisionId.of(\""
                    + step.step().id()
                    + "\"),\nSettlement.EXECUTED) or Settlement.NOT_EXECUTED, and "
                    + (up ? "upgrade()" : "downgrade(…)")
                    + " again"),
        step.step().id(),
        number,
        statement.sql());
  }
}
