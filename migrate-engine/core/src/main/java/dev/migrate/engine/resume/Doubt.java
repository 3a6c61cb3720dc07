package dev.migrate.engine.resume;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.UnfinishedCopy;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.live.LiveChange;
import dev.migrate.engine.live.LiveCopies;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.error.Facts;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Cell;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides whether a statement was executed before a crash, by comparing the live schema with the
 * schema before and after it. Only what the statement changes is compared, so that an index added
 * by hand does not matter. Not thread-safe; remembers what it did.
 */
final class Doubt {

  private final LiveSchema database;
  private final List<String> done = new ArrayList<>();

  Doubt(LiveSchema database) {
    this.database = database;
  }

  /**
   * Whether the statement of this number was executed. What it left half-done is completed or
   * removed.
   *
   * @param session the session that may have executed it
   */
  boolean wasExecuted(ScriptStep step, int number, String session) {
    Statement statement = step.statements().get(number - 1);
    Schema before = step.before(number);
    if (EnumSet.of(Kind.DATA, Kind.CODE).contains(statement.kind())) {
      requireTransactions(step, number, before);
      return false;
    } else if (statement.kind() == Kind.CHECK) {
      return false;
    }
    if (statement.kind() == Kind.OPAQUE) {
      throw ask(
          step,
          number,
          "nothing was declared about what it does to the schema",
          LiveCopies.all(database, before, session));
    }
    LiveChange change = new LiveChange(database, before, statement.part().applyTo(before));
    LiveCopies copies = new LiveCopies(database, change, session);
    LiveCopies.Outcome outcome = copies.settle();
    remember(outcome, copies.found());
    return switch (outcome) {
      case NONE -> isThere(step, number, change);
      case REMOVED -> false;
      case COMPLETED -> isComplete(step, number, change);
      case UNCLEAR ->
          throw ask(
              step,
              number,
              "the database was killed while it copied a table"
                  + (copies.lost().isEmpty() ? "" : ":\n" + copies.lost()),
              copies.found());
    };
  }

  private void remember(LiveCopies.Outcome outcome, List<UnfinishedCopy> copies) {
    if (outcome == LiveCopies.Outcome.REMOVED) {
      done.add(copies.get(0).copy() + ", a copy that was left, was removed now");
    } else if (outcome == LiveCopies.Outcome.COMPLETED) {
      done.add(
          copies.get(0).copy()
              + ", a copy that was left, was renamed to "
              + copies.get(0).original()
              + " now");
    }
  }

  /** What was done to find out, in words. */
  String done() {
    return done.isEmpty() ? "nothing ran now" : String.join(";\n", done);
  }

  /** What was not committed is gone, unless a table does not take part in transactions. */
  private void requireTransactions(ScriptStep step, int number, Schema before) {
    Footprint footprint = step.statements().get(number - 1).part().footprint(before);
    Set<QualifiedName> changed = new TreeSet<>();
    for (Cell cell :
        Stream.concat(footprint.writes().stream(), footprint.adds().stream()).toList()) {
      cell.object()
          .ifPresentOrElse(
              changed::add, () -> before.tables().forEach(table -> changed.add(table.name())));
    }
    Set<QualifiedName> kept = database.withoutTransactions(changed);
    if (!kept.isEmpty()) {
      throw ask(
          step,
          number,
          "it may have changed some rows or all: no transactions in table "
              + String.join(", ", kept.stream().map(QualifiedName::toString).sorted().toList()));
    }
  }

  private boolean isComplete(ScriptStep step, int number, LiveChange change) {
    if (!change.isInvisible() && change.state().side() != LiveChange.Side.AFTER) {
      throw ask(
          step,
          number,
          "the schema is not as after it, although the copy that it left is complete");
    }
    return true;
  }

  private boolean isThere(ScriptStep step, int number, LiveChange change) {
    if (change.isInvisible()) {
      requireRepeatable(step, number);
      return false;
    }
    LiveChange.State state = change.state();
    return switch (state.side()) {
      case BEFORE -> false;
      case AFTER -> true;
      case NEITHER ->
          throw ask(
              step,
              number,
              state.missing().isEmpty()
                  ? "the schema is neither as before it nor as after it"
                  : "the table "
                      + state.missing().get(0)
                      + " is missing, although the statement drops no table");
    };
  }

  /** What leaves no trace is run again, unless it may do something else the second time. */
  private void requireRepeatable(ScriptStep step, int number) {
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
  InDoubtException ended(ScriptStep step, Flight flight) {
    int number = flight.statement();
    List<UnfinishedCopy> copies =
        flight
            .executor()
            .map(session -> LiveCopies.all(database, step.before(number), session))
            .orElse(List.of());
    return ask(step, number, "it ended the transaction that it ran in", copies);
  }

  private InDoubtException ask(ScriptStep step, int number, String reason) {
    return ask(step, number, reason, List.of());
  }

  private InDoubtException ask(
      ScriptStep step, int number, String reason, List<UnfinishedCopy> copies) {
    Statement statement = step.statements().get(number - 1);
    String title = step.step().title();
    boolean up = step.step().direction() == Direction.UP;
    Facts facts =
        Facts.of("was statement " + number + " of revision " + title + " executed?")
            .with("statement", statement.sql())
            .with("because", "the run before stopped at it, and " + reason);
    for (UnfinishedCopy copy : copies) {
      facts = named(facts, copy);
    }
    return new InDoubtException(
        facts
            .with("left", Flight.committed(number) + " before it; " + done())
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

  private static Facts named(Facts facts, UnfinishedCopy copy) {
    String table = copy.copy() + " may be a copy of " + copy.original() + " that it left";
    return facts
        .with("copy", table + (copy.completion().isEmpty() ? "" : ", which is gone"))
        .with(
            copy.completion().isEmpty() ? "to remove it" : "to complete it",
            String.join(";\n", copy.completion().isEmpty() ? copy.removal() : copy.completion()));
  }
}
