package dev.migrate.engine.execute;

import dev.migrate.RevisionId;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Situation;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.Plan;
import dev.migrate.report.RevisionState;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Upgrades and downgrades: looks, and if there is something to do takes the lock, looks again, ends
 * what was begun, plans, renders and runs. Immutable and thread-safe.
 */
public final class Migration {

  private final ConnectionSource source;
  private final Settings settings;

  /**
   * Migrations of one database.
   *
   * @param source its connections
   * @param settings what the migrator was built with
   */
  public Migration(ConnectionSource source, Settings settings) {
    this.source = source;
    this.settings = settings;
  }

  /**
   * Upgrades to some targets.
   *
   * @param targets the targets
   * @return what was done
   */
  public Outcome upgrade(Collection<Target> targets) {
    long begin = System.nanoTime();
    return on(
        site -> {
          Optional<List<RevisionId>> unknown = quiet(site, targets);
          if (unknown.isPresent()) {
            return new Outcome(Direction.UP, List.of(), unknown.get(), since(begin));
          }
          site.session().requireWritable();
          return Locked.with(site, () -> run(site, Direction.UP, up(targets), begin));
        });
  }

  /**
   * Downgrades to a target.
   *
   * @param target the target
   * @return what was done
   */
  public Outcome downgrade(Target target) {
    long begin = System.nanoTime();
    return on(
        site -> {
          site.session().requireWritable();
          return Locked.with(site, () -> run(site, Direction.DOWN, down(target), begin));
        });
  }

  /**
   * Records revisions as applied or not, without running anything.
   *
   * @param targets the state as it shall be
   * @return what was recorded differently before
   */
  public Outcome stamp(Collection<Target> targets) {
    long begin = System.nanoTime();
    return on(
        site -> {
          site.session().requireWritable();
          return Locked.with(site, () -> Stamping.run(site, targets, begin));
        });
  }

  /**
   * Answers whether a statement in doubt was executed.
   *
   * @param id the revision in flight
   * @param answer the answer
   */
  public void settle(RevisionId id, Settlement answer) {
    on(
        site -> {
          site.session().requireWritable();
          return Locked.with(
              site,
              () -> {
                Settling.run(site, id, answer);
                return id;
              });
        });
  }

  /**
   * What an upgrade would do. Nothing is executed.
   *
   * @param targets the targets
   * @return the script
   */
  public Script upgradeScript(Collection<Target> targets) {
    return on(site -> script(site, Direction.UP, up(targets)));
  }

  /**
   * What a downgrade would do. Nothing is executed.
   *
   * @param target the target
   * @return the script
   */
  public Script downgradeScript(Target target) {
    return on(site -> script(site, Direction.DOWN, down(target)));
  }

  /**
   * Looks at the graph and the history.
   *
   * @param question what to find out
   * @param <T> what comes of it
   * @return the answer
   */
  public <T> T look(Function<Survey, T> question) {
    return on(
        site -> {
          History history = site.store().read();
          return question.apply(
              new Survey(settings.known(), history, site.situation(history, history.done())));
        });
  }

  private static Script script(Site site, Direction direction, Choice choice) {
    History history = site.store().read();
    Verification.require(site, history);
    if (!history.inFlight().isEmpty()) {
      List<RevisionId> flying = history.inFlight().stream().map(HistoryEntry::id).toList();
      throw new HistoryException(
          Facts.of("a revision has begun and not ended: " + flying)
              .with("left", "nothing ran")
              .next("call upgrade(), which ends it, and ask for the script again"),
          flying,
          null);
    }
    Situation situation = site.situation(history, history.done());
    Plan plan = plan(site, history, situation, direction, choice.apply(situation));
    return site.writer().write(plan, history.exists(), history.nextPosition());
  }

  /** Which revisions run in which order, once it is known what is applied. */
  private interface Choice extends Function<Situation, List<RevisionId>> {}

  private static Choice up(Collection<Target> targets) {
    return situation -> Targets.of(situation.graph(), situation.applied()).upgrade(targets);
  }

  private static Choice down(Target target) {
    return situation -> Targets.of(situation.graph(), situation.applied()).downgrade(target);
  }

  /**
   * One statement and no lock where everything required is done, nothing is in flight, and nothing
   * was changed: then what the code does not know of all that, otherwise empty.
   */
  private Optional<List<RevisionId>> quiet(Site site, Collection<Target> targets) {
    History history = site.store().read();
    if (!history.exists()
        || !history.inFlight().isEmpty()
        || !site.session().readsCommitted()
        || !Verification.isUnchanged(settings.known(), history, site.dialect().names())) {
      return Optional.empty();
    }
    Situation situation = site.situation(history, history.done());
    if (!up(targets).apply(situation).isEmpty()) {
      return Optional.empty();
    }
    site.progress().ahead(situation.unknown());
    return Optional.of(situation.unknown());
  }

  private Outcome run(Site site, Direction direction, Choice choice, long begin) {
    Executor executor = new Executor(site);
    History history = site.store().read();
    Verification.require(site, history);
    if (isFlying(history, opposite(direction))) {
      resume(site, executor, history, opposite(direction));
      history = site.store().read();
    }
    Situation begun = site.situation(history, asBegun(history, direction));
    List<RevisionId> chosen = new ArrayList<>(choice.apply(begun));
    List<RevisionId> ended = new ArrayList<>();
    if (!history.inFlight().isEmpty()) {
      ended.addAll(resume(site, executor, history, direction));
      history = site.store().read();
    }
    chosen.removeAll(ended);
    Situation situation = site.situation(history, history.done());
    Plan plan = plan(site, history, situation, direction, chosen);
    execute(site, executor, history, plan);
    ended.addAll(plan.revisions());
    if (direction == Direction.UP) {
      site.progress().ahead(situation.unknown());
    }
    return new Outcome(direction, ended, situation.unknown(), since(begin));
  }

  private static Direction opposite(Direction direction) {
    return direction == Direction.UP ? Direction.DOWN : Direction.UP;
  }

  /** Relative targets count from where the run began that is now ended. */
  private static Set<RevisionId> asBegun(History history, Direction direction) {
    Set<RevisionId> applied = new HashSet<>(history.done());
    if (direction == Direction.DOWN) {
      history.inFlight().forEach(entry -> applied.add(entry.id()));
    }
    return applied;
  }

  private static boolean isFlying(History history, Direction direction) {
    return history.inFlight().stream().anyMatch(entry -> entry.state() == state(direction));
  }

  private static RevisionState state(Direction direction) {
    return direction == Direction.UP ? RevisionState.GOING_UP : RevisionState.GOING_DOWN;
  }

  private static List<RevisionId> resume(
      Site site, Executor executor, History history, Direction direction) {
    List<RevisionId> ended = new ArrayList<>();
    for (HistoryEntry entry : history.inFlight()) {
      if (entry.state() == state(direction) && new Resumption(site, history, executor).end(entry)) {
        ended.add(entry.id());
      }
    }
    return ended;
  }

  private static Plan plan(
      Site site,
      History history,
      Situation situation,
      Direction direction,
      List<RevisionId> chosen) {
    Planner planner = new Planner(situation);
    Plan plan;
    if (direction == Direction.UP) {
      plan = planner.upgrade(chosen);
      requireKnown(situation, plan);
    } else {
      plan = planner.downgrade(chosen);
      UnknownRevisions.require(site, situation, plan);
      EmptyTables.require(site, plan);
    }
    if (!history.exists()) {
      FreshStart.require(site, plan);
    }
    return plan;
  }

  /** Whether new revisions go with those that only the history knows cannot be told yet. */
  private static void requireKnown(Situation situation, Plan plan) {
    if (!plan.isEmpty() && !situation.unknown().isEmpty()) {
      throw new HistoryException(
          Facts.of("the database is ahead of the code, and the code has something new as well")
              .with("unknown", situation.unknown().toString())
              .with("pending", plan.revisions().toString())
              .with("left", "nothing ran")
              .next("deploy a version that has both, or downgrade the unknown revisions before"),
          situation.unknown(),
          null);
    }
  }

  /** Everything is rendered before anything runs. */
  private static void execute(Site site, Executor executor, History history, Plan plan) {
    List<ScriptStep> steps = site.writer().steps(plan);
    if (!history.exists() && !steps.isEmpty()) {
      site.store().create();
    }
    long position = history.nextPosition();
    int number = 0;
    for (ScriptStep step : steps) {
      number++;
      executor.run(step, history.entry(step.step().id()), position, number, steps.size());
      position++;
    }
  }

  private <T> T on(Function<Site, T> work) {
    return source.with(
        connection -> {
          try (Session session = Session.on(connection, settings.dialect())) {
            return work.apply(new Site(settings, session));
          }
        });
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
