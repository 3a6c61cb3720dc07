package dev.migrate.engine.render;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.ScriptFormat;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Transaction;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryScript;
import dev.migrate.report.Direction;
import dev.migrate.report.PlanStep;
import dev.migrate.report.RevisionState;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions of a script, each with what keeps it from running on another state than the one for
 * which it was made, and with its row in the history. Made for one script; not thread-safe.
 */
final class ScriptBody {

  private static final int NAMED = 5;

  private final Dialect dialect;
  private final ScriptFormat format;
  private final HistoryScript history;
  private final HistoryEntries entries;
  private final List<ScriptCommand> commands = new ArrayList<>();
  private final Set<RevisionId> applied;
  private Collection<RevisionId> telling;
  private int part;

  ScriptBody(Dialect dialect, HistoryScript history, HistoryEntries entries, ScriptStart start) {
    this.dialect = dialect;
    this.format = dialect.scriptFormat();
    this.history = history;
    this.entries = entries;
    this.applied = start.ids();
    this.telling = start.telling();
    if (!start.historyExists()) {
      commands.add(ScriptCommand.BLANK);
      create();
    }
  }

  private void create() {
    if (dialect.capabilities().transactionalDdl()) {
      commands.add(format.begin());
      history.creation().forEach(sql -> commands.add(format.command(sql)));
      commit();
    } else {
      history.creation().forEach(sql -> commands.addAll(format.prepare(sql)));
    }
  }

  private void commit() {
    part++;
    Optional<ScriptCommand> mark = format.mark(part);
    mark.ifPresent(commands::add);
    commands.add(mark.isPresent() ? format.commit().onSameLine() : format.commit());
  }

  /** A problem, unless there is another one: that what comes before in the script failed. */
  private String orFailure(String problem) {
    Optional<String> marked = part == 0 ? Optional.empty() : format.isMarked(part);
    return marked
        .map(
            condition ->
                "CASE WHEN NOT COALESCE("
                    + condition
                    + ", FALSE) THEN 'a part of the script before this one failed' ELSE "
                    + problem
                    + " END")
        .orElse(problem);
  }

  List<ScriptCommand> commands() {
    return List.copyOf(commands);
  }

  void add(ScriptStep rendered) {
    PlanStep step = rendered.step();
    commands.add(ScriptCommand.BLANK);
    commands.add(ScriptCommand.comment(heading(step)));
    commands.addAll(format.set(rendered.settings()));
    if (dialect.capabilities().transactionalDdl()) {
      addInTransactions(step, rendered.statements());
    } else {
      addStatementByStatement(step, rendered.statements());
    }
    commands.addAll(format.restore(rendered.settings()));
    moveOn(step);
  }

  /** Records a revision as applied or not, and runs nothing of it. */
  void record(PlanStep step) {
    boolean up = step.direction() == Direction.UP;
    commands.add(ScriptCommand.BLANK);
    commands.add(ScriptCommand.comment("record " + step.title() + (up ? "" : " as not applied")));
    if (dialect.capabilities().transactionalDdl()) {
      addInTransactions(step, List.of());
    } else {
      addStatementByStatement(step, List.of());
    }
    moveOn(step);
  }

  private void moveOn(PlanStep step) {
    if (step.direction() == Direction.UP) {
      applied.add(step.id());
      telling = List.of(step.id());
    } else {
      applied.remove(step.id());
      telling = List.of();
    }
  }

  private static String heading(PlanStep step) {
    StringBuilder text = new StringBuilder(step.direction() == Direction.UP ? "up " : "down ");
    text.append(step.title());
    step.lineage().message().ifPresent(message -> text.append(": ").append(message));
    step.dataLoss().forEach(loss -> text.append("\nloses ").append(loss));
    for (QualifiedName table : step.mustBeEmpty()) {
      text.append("\nonly if it has no rows: table ").append(table);
    }
    return text.toString();
  }

  /** What is wrong with the database for this step: a message, or NULL. */
  private String problem(PlanStep step) {
    Set<RevisionId> some = new LinkedHashSet<>(telling);
    if (step.direction() == Direction.UP) {
      some.addAll(ScriptStart.needs(step.lineage()));
      step.variant().ifPresent(some::add);
      some.retainAll(applied);
    } else {
      some.add(step.id());
    }
    StringBuilder problem = new StringBuilder("CASE WHEN NOT (");
    problem.append(history.isApplied(applied.size(), some)).append(") THEN ");
    problem.append(text(step.id() + " needs " + database(some)));
    FormerTables former = new FormerTables();
    step.operations().forEach(former::follow);
    for (QualifiedName table : step.mustBeEmpty()) {
      former
          .of(table)
          .ifPresent(
              name ->
                  problem
                      .append(" WHEN EXISTS (SELECT 1 FROM ")
                      .append(dialect.renderer().name(name))
                      .append(") THEN ")
                      .append(text("table " + name + " has rows, which cannot get a value")));
    }
    return problem.append(" END").toString();
  }

  private String database(Collection<RevisionId> some) {
    if (applied.isEmpty()) {
      return "a database without applied revisions";
    }
    List<String> names = some.stream().map(RevisionId::value).limit(NAMED).toList();
    return "exactly "
        + applied.size()
        + (applied.size() == 1 ? " applied revision" : " applied revisions")
        + (names.isEmpty() ? "" : ", with " + String.join(", ", names))
        + (some.size() > NAMED ? " and others" : "");
  }

  private String text(String text) {
    return dialect.renderer().literal(Literal.of(text));
  }

  /** All in one transaction, unless the database refuses some of the statements in one. */
  private void addInTransactions(PlanStep step, List<Statement> statements) {
    List<String> digests = StatementDigest.ofEach(statements);
    int number = 0;
    do {
      boolean first = number == 0;
      commands.add(format.begin());
      commands.addAll(format.stop(orFailure(first ? problem(step) : notAt(step, number + 1))));
      while (number < statements.size() && !isOutside(statements.get(number))) {
        commands.addAll(format.execute(statements.get(number)));
        number++;
      }
      commands.add(
          format.command(first ? begun(step, number, digests) : note(step, number, digests)));
      commit();
      while (number < statements.size() && isOutside(statements.get(number))) {
        number++;
        addStep(step, statements.get(number - 1), number, digests);
      }
    } while (number < statements.size());
  }

  private static boolean isOutside(Statement statement) {
    return statement.transaction() == Transaction.FORBIDDEN;
  }

  private String notAt(PlanStep step, int number) {
    return "CASE WHEN NOT "
        + history.isAt(step.id(), number)
        + " THEN "
        + text("a statement of " + step.id() + " before this one failed")
        + " END";
  }

  private void addStatementByStatement(PlanStep step, List<Statement> statements) {
    List<String> digests = StatementDigest.ofEach(statements);
    commands.addAll(format.stop(problem(step)));
    commands.add(format.command(begun(step, 0, digests)));
    for (int number = 1; number <= statements.size(); number++) {
      addStep(step, statements.get(number - 1), number, digests);
    }
  }

  private void addStep(PlanStep step, Statement statement, int number, List<String> digests) {
    String here = history.isAt(step.id(), number);
    commands.addAll(format.step(statement, here, note(step, number, digests)));
  }

  /** What the history first gets of a revision, of which so many statements are done. */
  private String begun(PlanStep step, int done, List<String> digests) {
    boolean up = step.direction() == Direction.UP;
    if (done == digests.size()) {
      return up ? inserted(entry(step), step) : history.delete(step.id());
    }
    Flight next = next(done, digests);
    return up
        ? inserted(entry(step).inFlight(RevisionState.GOING_UP, next), step)
        : history.beginDown(step.id(), next);
  }

  /** What the history gets when so many statements of a revision are done. */
  private String note(PlanStep step, int done, List<String> digests) {
    if (done < digests.size()) {
      return history.moveOn(step.id(), next(done, digests));
    }
    return step.direction() == Direction.UP ? history.done(step.id()) : history.delete(step.id());
  }

  private static Flight next(int done, List<String> digests) {
    return new Flight(done + 1, digests.get(done), Optional.of(HistoryScript.SESSION));
  }

  private HistoryEntry entry(PlanStep step) {
    return entries.entry(step.lineage(), step.recording(), step.variant(), 1);
  }

  private String inserted(HistoryEntry entry, PlanStep step) {
    return history.insert(entry, entries.provenance(), entries.operations(step.recording()));
  }
}
