package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.ConflictFinder;
import dev.migrate.engine.check.AppliedRevision;
import dev.migrate.engine.check.CanonicalOrder;
import dev.migrate.engine.check.EmptyTables;
import dev.migrate.engine.check.FreshStart;
import dev.migrate.engine.check.HiddenNames;
import dev.migrate.engine.check.MissingRevisions;
import dev.migrate.engine.check.RemainingRevisions;
import dev.migrate.engine.check.RestatedParts;
import dev.migrate.engine.check.ReversedPairs;
import dev.migrate.engine.check.UnchangedRevisions;
import dev.migrate.engine.check.UnknownRevisions;
import dev.migrate.engine.context.CallContext;
import dev.migrate.engine.execute.Executor;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.live.AlsoDropped;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.NameCheck;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.render.ScriptStart;
import dev.migrate.engine.resume.Resumption;
import dev.migrate.error.Facts;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.Plan;
import dev.migrate.report.RevisionState;
import dev.migrate.report.RunException;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One upgrade or downgrade under the lock: ends what was begun, plans, renders and runs. What can
 * be refused is refused before anything runs, also before what was begun goes on.
 */
final class Run {

  /** Which revisions run in which order, once it is known what is applied. */
  interface Choice extends Function<AppliedState, List<RevisionId>> {}

  private final CallContext site;
  private final Direction direction;
  private final Choice choice;

  /** What went our way so far. */
  private final Set<RevisionId> ended = new LinkedHashSet<>();

  Run(CallContext site, Direction direction, Choice choice) {
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
    AppliedState situation = site.situation(history, history.done());
    List<RevisionId> chosen = choice.apply(situation);
    requireOrder(history, situation, chosen);
    Plan plan = AlsoDropped.named(site, checked(history, situation, chosen));
    Script script =
        site.scriptWriter()
            .write(
                plan,
                new ScriptStart(
                    history.exists(), situation.appliedLineages(), site.session().place().entry()));
    new RestatedParts(site).require(script.steps());
    return script;
  }

  /** A failure says what was done before it. */
  Outcome carryOut(long begin) {
    try {
      return run(begin);
    } catch (RunException failure) {
      throw ended.isEmpty()
          ? failure
          : failure.after(new RunException.Done(direction, List.copyOf(ended)));
    }
  }

  private Outcome run(long begin) {
    Executor executor = new Executor(site);
    History history = read();
    List<RevisionId> chosen = choice.apply(site.situation(history, counted(history)));
    requireOrder(history, site.situation(history, history.done()), chosen);
    if (takeBack(executor, history)) {
      history = site.store().read();
    }
    int resumed = history.inFlight().size();
    if (resumed > 0) {
      AppliedState afterwards = site.situation(history, landed(history));
      List<RevisionId> rest = rest(chosen, afterwards);
      site.writer().steps(plan(history, afterwards, rest));
      resume(executor, history, rest.size());
      history = site.store().read();
    }
    AppliedState situation = site.situation(history, history.done());
    List<RevisionId> rest = rest(chosen, situation);
    chosen.stream().filter(id -> isThere(id, situation)).forEach(ended::add);
    Plan plan = checked(history, situation, rest);
    site.progress().late(situation.missing().stream().filter(rest::contains).toList());
    execute(executor, history, plan, resumed);
    if (direction == Direction.UP) {
      RecordedRevisions.refresh(site, history, situation);
      site.progress().ahead(situation.unknown());
      if (ended.isEmpty()) {
        site.progress().upToDate(() -> situation.targets().current());
      }
    }
    return new Outcome(
        direction,
        List.copyOf(ended),
        situation.unknown().stream().filter(id -> !ended.contains(id)).toList(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  private History read() {
    History history = site.store().read();
    UnchangedRevisions.require(site, history);
    return history;
  }

  /** Refuses where the order of what is applied, and of what runs now, is not the graph's. */
  private void requireOrder(History history, AppliedState situation, List<RevisionId> chosen) {
    ReversedPairs.require(site, history, situation, direction == Direction.UP ? chosen : List.of());
    MissingRevisions.requireSchema(situation);
    CanonicalOrder.require(AppliedRevision.of(history, situation), situation);
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

  /** What of the chosen revisions is not yet as it should be, and can be. */
  private List<RevisionId> rest(List<RevisionId> chosen, AppliedState situation) {
    return chosen.stream()
        .filter(id -> !isThere(id, situation))
        .filter(id -> situation.isKnown(id) || situation.unknown().contains(id))
        .toList();
  }

  private boolean isThere(RevisionId id, AppliedState situation) {
    return situation.applied().contains(id) == (direction == Direction.UP);
  }

  /** Forgets what began and did nothing; returns whether there was such a revision. */
  private boolean takeBack(Executor executor, History history) {
    Resumption resumption = new Resumption(site, history, executor);
    return history.inFlight().stream().filter(resumption::takeBack).count() > 0;
  }

  /** Ends what was begun. */
  private void resume(Executor executor, History history, int more) {
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
  }

  private Plan checked(History history, AppliedState situation, List<RevisionId> chosen) {
    Plan plan = new NameCheck(situation, site.dialect()).require(plan(history, situation, chosen));
    HiddenNames.require(site, plan);
    if (direction == Direction.DOWN) {
      EmptyTables.require(site, plan);
    }
    if (direction == Direction.UP) {
      FreshStart.require(site, history, situation, plan);
      plan.steps()
          .forEach(
              step ->
                  site.store().requireFits(step.id(), () -> RecordingJson.write(step.recording())));
    }
    return plan;
  }

  private Plan plan(History history, AppliedState situation, List<RevisionId> chosen) {
    Planner planner = new Planner(situation);
    if (direction == Direction.UP) {
      requireAgreement(situation, chosen);
      Plan plan = planner.upgrade(chosen);
      requireCanonical(history, situation, plan);
      return plan;
    }
    RemainingRevisions.require(site.settings().known(), history, situation, chosen);
    Plan plan = planner.downgrade(chosen);
    UnknownRevisions.require(site, situation, plan);
    return plan;
  }

  /** Whatever the order, the schema must be the one of the canonical order afterwards. */
  private void requireCanonical(History history, AppliedState situation, Plan plan) {
    Set<RevisionId> late = new LinkedHashSet<>(plan.revisions());
    late.retainAll(situation.missing());
    List<AppliedRevision> order =
        AppliedRevision.with(AppliedRevision.of(history, situation), plan);
    AppliedState after = site.situation(history, Set.copyOf(AppliedRevision.ids(order)));
    if (late.isEmpty()) {
      CanonicalOrder.requireDefined(order, after);
    } else {
      CanonicalOrder.requireAfter(order, after);
      MissingRevisions.requireAbsent(site, plan, late);
    }
  }

  /** Refuses conflicts, also with revisions that only the history knows. */
  private void requireAgreement(AppliedState situation, List<RevisionId> chosen) {
    List<Conflict> conflicts = new ConflictFinder(situation, site.terms()).pending(chosen);
    if (!conflicts.isEmpty()) {
      throw new ConflictException(conflicts);
    }
  }

  /** Everything is rendered before anything runs. */
  private void execute(Executor executor, History history, Plan plan, int resumed) {
    List<ScriptStep> steps = site.writer().steps(plan);
    RestatedParts guard = new RestatedParts(site);
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
      ended.add(step.step().id());
      position++;
    }
  }
}
