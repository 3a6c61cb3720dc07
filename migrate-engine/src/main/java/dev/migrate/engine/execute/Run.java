package dev.migrate.engine.execute;

import dev.migrate.RevisionId;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.merge.Judge;
import dev.migrate.engine.merge.Terms;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Situation;
import dev.migrate.error.Facts;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.Plan;
import dev.migrate.report.RevisionState;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One upgrade or downgrade under the lock: ends what was begun, plans, renders and runs. What can
 * be refused is refused before anything runs, also before what was begun goes on.
 */
final class Run {

  /** Which revisions run in which order, once it is known what is applied. */
  interface Choice extends Function<Situation, List<RevisionId>> {}

  private final Site site;
  private final Direction direction;
  private final Choice choice;

  Run(Site site, Direction direction, Choice choice) {
    this.site = site;
    this.direction = direction;
    this.choice = choice;
  }

  /** What would run; nothing does. */
  Script script() {
    History history = read();
    if (!history.inFlight().isEmpty()) {
      List<RevisionId> flying = history.inFlight().stream().map(HistoryEntry::id).toList();
      throw new HistoryException(
          Facts.of("a revision has begun and not ended: " + flying)
              .with("left", "nothing ran")
              .next("call upgrade() or downgrade(…), which ends it, and ask for the script again"),
          flying,
          null);
    }
    Situation situation = site.situation(history, history.done());
    Agreement.require(history, situation);
    Plan plan = AlsoDropped.named(site, checked(history, situation, choice.apply(situation)));
    Script script = site.writer().write(plan, history.exists(), history.nextPosition());
    new RestatingGuard(site).require(script.steps());
    return script;
  }

  Outcome carryOut(long begin) {
    Executor executor = new Executor(site);
    History history = read();
    Agreement.require(history, site.situation(history, history.done()));
    List<RevisionId> chosen = choice.apply(site.situation(history, counted(history)));
    Set<RevisionId> ended = new LinkedHashSet<>();
    if (takeBack(executor, history)) {
      history = site.store().read();
    }
    int resumed = history.inFlight().size();
    if (resumed > 0) {
      Situation afterwards = site.situation(history, landed(history));
      List<RevisionId> rest = rest(chosen, afterwards);
      site.writer().steps(plan(afterwards, rest));
      ended.addAll(resume(executor, history, rest.size()));
      history = site.store().read();
    }
    Situation situation = site.situation(history, history.done());
    List<RevisionId> rest = rest(chosen, situation);
    chosen.stream().filter(id -> isThere(id, situation)).forEach(ended::add);
    execute(executor, history, checked(history, situation, rest), resumed);
    ended.addAll(rest);
    if (direction == Direction.UP) {
      site.progress().ahead(situation.unknown());
    }
    return new Outcome(
        direction,
        List.copyOf(ended),
        situation.unknown().stream().filter(id -> !ended.contains(id)).toList(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  private History read() {
    History history = site.store().read();
    Verification.require(site, history);
    return history;
  }

  /**
   * What counts as applied for a target. What goes our way has not ended, so that the target that
   * it began with still means the same; what goes the other way counts as there already.
   */
  private Set<RevisionId> counted(History history) {
    Set<RevisionId> applied = new HashSet<>(history.done());
    if (direction == Direction.DOWN) {
      history.inFlight().forEach(entry -> applied.add(entry.id()));
    }
    return applied;
  }

  /** What is applied once everything in flight has ended. */
  private static Set<RevisionId> landed(History history) {
    Set<RevisionId> applied = new HashSet<>(history.done());
    history.inFlight().stream()
        .filter(entry -> entry.state() == RevisionState.GOING_UP)
        .forEach(entry -> applied.add(entry.id()));
    return applied;
  }

  /** What of the chosen revisions is not yet as it shall be, and can be. */
  private List<RevisionId> rest(List<RevisionId> chosen, Situation situation) {
    return chosen.stream()
        .filter(id -> !isThere(id, situation))
        .filter(id -> situation.isKnown(id) || situation.unknown().contains(id))
        .toList();
  }

  private boolean isThere(RevisionId id, Situation situation) {
    return situation.applied().contains(id) == (direction == Direction.UP);
  }

  /** Forgets what began and did nothing; tells whether there was such a revision. */
  private boolean takeBack(Executor executor, History history) {
    Resumption resumption = new Resumption(site, history, executor);
    return history.inFlight().stream().filter(resumption::takeBack).count() > 0;
  }

  /** Ends what was begun; tells what of it went our way. */
  private List<RevisionId> resume(Executor executor, History history, int more) {
    List<RevisionId> ended = new ArrayList<>();
    Resumption resumption = new Resumption(site, history, executor);
    int of = history.inFlight().size() + more;
    int number = 0;
    for (HistoryEntry entry : history.inFlight()) {
      number++;
      resumption.end(entry, number, of);
      if ((entry.state() == RevisionState.GOING_UP) == (direction == Direction.UP)) {
        ended.add(entry.id());
      }
    }
    return ended;
  }

  private Plan checked(History history, Situation situation, List<RevisionId> chosen) {
    Plan plan = plan(situation, chosen);
    if (direction == Direction.DOWN) {
      EmptyTables.require(site, plan);
    }
    if (!history.exists()) {
      FreshStart.require(site, plan);
    }
    return plan;
  }

  private Plan plan(Situation situation, List<RevisionId> chosen) {
    Planner planner = new Planner(situation);
    if (direction == Direction.UP) {
      requireAgreement(situation, chosen);
      return planner.upgrade(chosen);
    }
    Plan plan = planner.downgrade(chosen);
    UnknownRevisions.require(site, situation, plan);
    return plan;
  }

  /** Nothing runs beside what disturbs it, also if only the history knows that. */
  private void requireAgreement(Situation situation, List<RevisionId> chosen) {
    Terms terms = site.settings().policy().terms(Optional.of(site.dialect()));
    List<Conflict> conflicts = new Judge(situation, terms).pending(chosen);
    if (!conflicts.isEmpty()) {
      throw new ConflictException(conflicts);
    }
  }

  /** Everything is rendered before anything runs. */
  private void execute(Executor executor, History history, Plan plan, int resumed) {
    List<ScriptStep> steps = site.writer().steps(plan);
    RestatingGuard guard = new RestatingGuard(site);
    guard.require(steps);
    if (!history.exists() && !steps.isEmpty()) {
      site.store().create();
    }
    long position = history.nextPosition();
    int number = resumed;
    for (ScriptStep step : steps) {
      number++;
      guard.requireBefore(step);
      int of = resumed + steps.size();
      executor.run(step, history.entry(step.step().id()), position, number, of);
      position++;
    }
  }
}
